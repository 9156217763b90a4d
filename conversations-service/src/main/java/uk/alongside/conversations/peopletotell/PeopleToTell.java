package uk.alongside.conversations.peopletotell;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.peopletotell.PersonToTell.Attempts;
import uk.alongside.conversations.peopletotell.PersonToTell.By;
import uk.alongside.conversations.peopletotell.PersonToTell.Cause;
import uk.alongside.conversations.peopletotell.PersonToTell.How;
import uk.alongside.conversations.peopletotell.PersonToTell.Known;
import uk.alongside.conversations.peopletotell.PersonToTell.Told;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the people to tell. The lock on a booking keeps two changes of what there is to tell apart. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PeopleToTell {

    private static final String SELECT = """
            select p.id, p.hub_id, p.booking_id, p.person_id, p.cause, p.reason, p.was_slot_id, p.was_starts_at,
                   p.now_slot_id, p.closure_id, p.needed, p.arisen_at, p.arisen_by_id, p.attempts, p.attempted_at,
                   p.attempted_by_id, p.told_at, p.told_by_id, p.told_how
            from app.person_to_tell p
            where p.tenant_id = :council""";

    private final CouncilSql sql;

    PeopleToTell(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns what a booking's person has not been told, whether or not it is still needed. */
    Optional<PersonToTell> findOpen(BookingId booking) {
        return sql.sql(SELECT + " and p.booking_id = :booking and p.told_at is null")
                .param("booking", booking.value())
                .query(PeopleToTell::person)
                .optional();
    }

    Optional<PersonToTell> find(PersonToTellId id) {
        return sql.sql(SELECT + " and p.id = :id")
                .param("id", id.value())
                .query(PeopleToTell::person)
                .optional();
    }

    /** Returns whether the person was told last that the booking is cancelled. */
    boolean wasToldOfCancelling(BookingId booking) {
        return sql.sql("""
                        select p.now_slot_id is null and p.told_how <> 'NOT_NEEDED' from app.person_to_tell p
                        where p.tenant_id = :council and p.booking_id = :booking and p.told_at is not null
                        order by p.told_at desc, p.id limit 1""")
                .param("booking", booking.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Lists everything that was or is to be told about a closure, in the order in which bookings are locked. */
    List<PersonToTell> ofClosure(ClosureId closure) {
        return sql.sql(SELECT + " and p.closure_id = :closure order by p.booking_id, p.id")
                .param("closure", closure.value())
                .query(PeopleToTell::person)
                .list();
    }

    /** Lists the people at a hub who are not told yet, the earliest time that they know of first. */
    List<PersonToTell> toTell(HubId hub, @Nullable PersonToTellId after, int atMost) {
        return sql.sql(SELECT + """
                         and p.hub_id = :hub and p.told_at is null and p.needed
                          and (cast(:after as uuid) is null or (p.was_starts_at, p.id) >
                               (select a.was_starts_at, a.id from app.person_to_tell a
                                where a.tenant_id = :council and a.id = :after))
                        order by p.was_starts_at, p.id limit :most""")
                .param("hub", hub.value())
                .param("after", after == null ? null : after.value())
                .param("most", atMost)
                .query(PeopleToTell::person)
                .list();
    }

    /** Lists the people at a hub who were told after a time, the last first. */
    List<PersonToTell> told(HubId hub, Instant since, @Nullable PersonToTellId after, int atMost) {
        return sql.sql(SELECT + """
                         and p.hub_id = :hub and p.told_at > :since
                          and (cast(:after as uuid) is null or (p.told_at, p.id) <
                               (select a.told_at, a.id from app.person_to_tell a
                                where a.tenant_id = :council and a.id = :after))
                        order by p.told_at desc, p.id desc limit :most""")
                .param("hub", hub.value())
                .param("since", at(since))
                .param("after", after == null ? null : after.value())
                .param("most", atMost)
                .query(PeopleToTell::person)
                .list();
    }

    void insert(PersonToTell person) {
        sql.sql("""
                        insert into app.person_to_tell
                            (tenant_id, id, hub_id, booking_id, person_id, cause, reason, was_slot_id, was_starts_at,
                             now_slot_id, closure_id, needed, arisen_at, arisen_by_id, attempts)
                        values (:council, :id, :hub, :booking, :person, :cause, :reason, :wasSlot, :wasStartsAt,
                                :nowSlot, :closure, :needed, :arisenAt, :arisenBy, 0)""")
                .param("id", person.id().value())
                .param("hub", person.hub().value())
                .param("booking", person.booking().value())
                .param("person", person.person().value())
                .param("cause", person.cause().name())
                .param("reason", person.reason())
                .param("wasSlot", person.was().slot().value())
                .param("wasStartsAt", at(person.was().startsAt()))
                .param("nowSlot", person.now() == null ? null : person.now().value())
                .param(
                        "closure",
                        person.closure() == null ? null : person.closure().value())
                .param("needed", person.needed())
                .param("arisenAt", at(person.arisen().at()))
                .param("arisenBy", person.arisen().member().value())
                .update();
    }

    /** Replaces what there is to tell. */
    void update(PersonToTell person) {
        sql.sql("""
                        update app.person_to_tell p
                        set cause = :cause, reason = :reason, now_slot_id = :nowSlot, closure_id = :closure,
                            needed = :needed, arisen_at = :arisenAt, arisen_by_id = :arisenBy
                        where p.tenant_id = :council and p.id = :id""")
                .param("id", person.id().value())
                .param("cause", person.cause().name())
                .param("reason", person.reason())
                .param("nowSlot", person.now() == null ? null : person.now().value())
                .param(
                        "closure",
                        person.closure() == null ? null : person.closure().value())
                .param("needed", person.needed())
                .param("arisenAt", at(person.arisen().at()))
                .param("arisenBy", person.arisen().member().value())
                .update();
    }

    /** Records that a person was told, and returns false if another member was faster or nothing is to be told. */
    boolean tell(PersonToTellId id, Told told) {
        return sql.sql("""
                                update app.person_to_tell p
                                set told_at = :at, told_by_id = :by, told_how = :how
                                where p.tenant_id = :council and p.id = :id and p.told_at is null and p.needed""")
                        .param("id", id.value())
                        .param("at", at(told.by().at()))
                        .param("by", told.by().member().value())
                        .param("how", told.how().name())
                        .update()
                == 1;
    }

    /** Records that a person could not be reached, and returns false if the person is not to be told any more. */
    boolean attempt(PersonToTellId id, By by) {
        return sql.sql("""
                                update app.person_to_tell p
                                set attempts = p.attempts + 1, attempted_at = :at, attempted_by_id = :by
                                where p.tenant_id = :council and p.id = :id and p.told_at is null and p.needed
                                  and p.attempts < 100""")
                        .param("id", id.value())
                        .param("at", at(by.at()))
                        .param("by", by.member().value())
                        .update()
                == 1;
    }

    /** Puts a person back on the list, unless there is something newer to tell about the same booking. */
    boolean undo(PersonToTellId id) {
        return sql.sql("""
                                update app.person_to_tell p
                                set told_at = null, told_by_id = null, told_how = null
                                where p.tenant_id = :council and p.id = :id and p.told_at is not null
                                  and not exists (select from app.person_to_tell newer
                                                  where newer.tenant_id = :council
                                                    and newer.booking_id = p.booking_id
                                                    and newer.arisen_at > p.arisen_at)""").param("id", id.value()).update() == 1;
    }

    private static PersonToTell person(ResultSet row, int number) throws SQLException {
        return new PersonToTell(
                new PersonToTellId(id(row, "id")),
                new HubId(id(row, "hub_id")),
                new BookingId(id(row, "booking_id")),
                new PersonId(id(row, "person_id")),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                new Known(new SlotId(id(row, "was_slot_id")), instant(row, "was_starts_at")),
                row.getObject("now_slot_id") == null ? null : new SlotId(id(row, "now_slot_id")),
                row.getObject("closure_id") == null ? null : new ClosureId(id(row, "closure_id")),
                row.getBoolean("needed"),
                new By(instant(row, "arisen_at"), new MemberId(id(row, "arisen_by_id"))),
                new Attempts(row.getInt("attempts"), by(row, "attempted")),
                told(row));
    }

    private static @Nullable Told told(ResultSet row) throws SQLException {
        var by = by(row, "told");
        return by == null ? null : new Told(by, How.valueOf(row.getString("told_how")));
    }

    private static @Nullable By by(ResultSet row, String what) throws SQLException {
        return row.getObject(what + "_at") == null
                ? null
                : new By(instant(row, what + "_at"), new MemberId(id(row, what + "_by_id")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
