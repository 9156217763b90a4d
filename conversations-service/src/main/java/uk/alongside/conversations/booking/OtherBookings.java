package uk.alongside.conversations.booking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingPolicy.OtherBooking;
import uk.alongside.conversations.booking.BookingRefusal.Overlap;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.TimeRange;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Reads a person's other bookings for the rules of {@link BookingPolicy}, in one statement, because a slot is locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OtherBookings {

    private final CouncilSql sql;
    private final EntityManager entities;
    private final MergedPeople merged;

    OtherBookings(CouncilSql sql, EntityManager entities, MergedPeople merged) {
        this.sql = sql;
        this.entities = entities;
        this.merged = merged;
    }

    /**
     * Returns the person's bookings on the slot's day and the days beside it, except cancelled ones and this one, in
     * the order of their times.
     */
    List<OtherBooking> of(PersonId person, SlotTime slot, @Nullable BookingId except) {
        entities.flush();
        return sql.sql("""
                        select b.id, b.slot_id, h.name, s.day, s.starts, s.ends, s.starts_at, s.ends_at,
                               b.status = 'EXPECTED' or coalesce(not a.finished, false) as active
                        from app.booking b
                        join app.v_slot_times s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        join app.v_hub_names h on h.tenant_id = s.tenant_id and h.id = s.hub_id
                        left join app.v_attendance_finished a on a.tenant_id = b.tenant_id and a.id = b.attendance_id
                        where b.tenant_id = :council and b.person_id in (:people) and b.status <> 'CANCELLED'
                          and b.id is distinct from cast(:except as uuid)
                          and s.day between :from and :to
                        order by s.starts_at, b.id""")
                .param(
                        "people",
                        merged.ids(person).stream().map(PersonId::value).toList())
                .param("except", except == null ? null : except.value())
                .param("from", slot.date().minusDays(1))
                .param("to", slot.date().plusDays(1))
                .query(OtherBookings::other)
                .list();
    }

    /** Returns the times from this moment on at which these people are expected. */
    Map<PersonId, List<TimeRange>> timesOf(Collection<PersonId> people, Instant from) {
        if (people.isEmpty()) {
            return Map.of();
        }
        entities.flush();
        return sql
                .sql("""
                        select b.person_id, s.starts_at, s.ends_at
                        from app.booking b
                        join app.v_slot_times s on s.tenant_id = b.tenant_id and s.id = b.slot_id
                        where b.tenant_id = :council and b.person_id in (:people) and b.status = 'EXPECTED'
                          and s.ends_at > :from""")
                .param("people", people.stream().map(PersonId::value).distinct().toList())
                .param("from", SqlTimes.at(from))
                .query((row, _) -> Map.entry(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new TimeRange(SqlTimes.instant(row, "starts_at"), SqlTimes.instant(row, "ends_at"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static OtherBooking other(ResultSet row, int number) throws SQLException {
        return new OtherBooking(
                new Overlap(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)),
                new SlotId(row.getObject("slot_id", UUID.class)),
                SqlTimes.instant(row, "starts_at"),
                SqlTimes.instant(row, "ends_at"),
                row.getBoolean("active"));
    }
}
