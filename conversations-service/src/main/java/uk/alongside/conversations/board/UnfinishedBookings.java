package uk.alongside.conversations.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/**
 * Reads the bookings at a hub that staff have not finished: no attendance is recorded although the whole session is
 * over, or the person did not attend and must be rung.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnfinishedBookings {

    private static final String AT_HUB = """
             from app.v_booking_unfinished u
             join app.v_slot_times s on s.tenant_id = u.tenant_id and s.id = u.slot_id
             where u.tenant_id = :council and s.hub_id = :hub
               and (u.did_not_attend
                    or s.ends_at <= :now
                       and not exists (select from app.v_slot_times later
                                       where later.tenant_id = :council and later.session_id = s.session_id
                                         and later.ends_at > :now))""";

    private final CouncilSql sql;

    UnfinishedBookings(CouncilSql sql) {
        this.sql = sql;
    }

    /** A booking that staff have not finished. */
    record Unfinished(
            BookingId booking,
            PersonId person,
            boolean didNotAttend,
            @Nullable AbsenceReason reason,
            LocalDate date,
            LocalTime starts,
            LocalTime ends) {}

    /** The numbers of bookings to finish since a day, and of those before that day. */
    record Counts(int attendance, int calls, int earlier) {}

    /** Lists the unfinished bookings since a day, the latest first. */
    List<Unfinished> list(HubId hub, LocalDate since, Instant now, @Nullable BookingId after, int atMost) {
        return atHub(
                        "select u.id, u.person_id, u.did_not_attend, u.absence_reason, s.day, s.starts, s.ends",
                        """
                 and s.day >= :since
                  and (cast(:after as uuid) is null or (s.starts_at, u.id) <
                       (select a.starts_at, b.id from app.v_booking_active b
                        join app.v_slot_times a on a.tenant_id = b.tenant_id and a.id = b.slot_id
                        where b.tenant_id = :council and b.id = :after))
                order by s.starts_at desc, u.id desc limit :most""",
                        hub,
                        since,
                        now)
                .param("after", after == null ? null : after.value())
                .param("most", atMost)
                .query(UnfinishedBookings::unfinished)
                .list();
    }

    Counts count(HubId hub, LocalDate since, Instant now) {
        return atHub("""
                        select count(*) filter (where s.day >= :since and not u.did_not_attend) as attendance,
                               count(*) filter (where s.day >= :since and u.did_not_attend) as calls,
                               count(*) filter (where s.day < :since) as earlier""", "", hub, since, now)
                .query((row, _) -> new Counts(row.getInt("attendance"), row.getInt("calls"), row.getInt("earlier")))
                .single();
    }

    private StatementSpec atHub(String select, String more, HubId hub, LocalDate since, Instant now) {
        return sql.sql(select + "\n" + AT_HUB + "\n" + more)
                .param("hub", hub.value())
                .param("since", since)
                .param("now", SqlTimes.at(now));
    }

    private static Unfinished unfinished(ResultSet row, int number) throws SQLException {
        var reason = row.getString("absence_reason");
        return new Unfinished(
                new BookingId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBoolean("did_not_attend"),
                reason == null ? null : AbsenceReason.valueOf(reason),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class));
    }
}
