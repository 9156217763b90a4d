package uk.alongside.conversations.slot;

import static java.util.stream.Collectors.joining;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores the slots of sessions. Each change of a place is one conditional statement, which returns the slot as it is
 * afterwards (docs/adr/0010, docs/adr/0020).
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Slots {

    private static final String COLUMNS = "s.id, s.session_id, s.hub_id, s.day, s.starts, s.ends, s.starts_at,"
            + " s.ends_at, s.places, s.taken, s.withdrawn";
    private static final String ONE = " where s.tenant_id = :council and s.id = :id";
    private static final String OPEN = " and s.ends_at > :now and not s.withdrawn";
    private static final String FREE = " and s.taken < s.places" + OPEN;

    private final CouncilSql sql;
    private final EntityManager entities;

    Slots(CouncilSql sql, EntityManager entities) {
        this.sql = sql;
        this.entities = entities;
    }

    /** Stores new slots. Their sessions are written first, because slots refer to them. */
    public void insert(Collection<SlotTime> slots) {
        if (slots.isEmpty()) {
            return;
        }
        entities.flush();
        sql.batch("""
                insert into app.slot
                    (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at, places, taken)
                values (:council, :id, :session, :hub, :day, :starts, :ends, :startsAt, :endsAt, :places, 0)""", slots.stream().map(Slots::row).toList());
    }

    private static Map<String, Object> row(SlotTime slot) {
        return Map.of(
                "id", slot.id().value(),
                "session", slot.session(),
                "hub", slot.hub().value(),
                "day", slot.date(),
                "starts", slot.starts(),
                "ends", slot.ends(),
                "startsAt", at(slot.startsAt()),
                "endsAt", at(slot.endsAt()),
                "places", slot.places());
    }

    public Optional<SlotTime> find(SlotId id) {
        return one(sql.sql("select " + COLUMNS + " from app.slot s" + ONE), id);
    }

    public List<SlotTime> find(Collection<SlotId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select " + COLUMNS + " from app.slot s where s.tenant_id = :council and s.id in (:ids)")
                        .param("ids", values(ids))
                        .query(Slots::slot)
                        .list();
    }

    /** Lists the slots of these sessions in the order of their times. */
    public List<SlotTime> ofSessions(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : sql.sql("select " + COLUMNS + " from app.slot s"
                                + " where s.tenant_id = :council and s.session_id in (:sessions) order by s.starts_at")
                        .param("sessions", sessions)
                        .query(Slots::slot)
                        .list();
    }

    /** The places of all slots of a session, and those that are left in slots that are not over. */
    public record Places(int all, int left) {

        public static final Places NONE = new Places(0, 0);
    }

    /** Returns the places of each of these sessions that has slots. */
    public Map<UUID, Places> places(Collection<UUID> sessions, Instant now) {
        var places = new HashMap<UUID, Places>();
        if (!sessions.isEmpty()) {
            sql.sql("""
                            select s.session_id, sum(s.places) as all_places,
                                   coalesce(sum(s.places - s.taken) filter (where s.ends_at > :now), 0) as left_places
                            from app.slot s
                            where s.tenant_id = :council and s.session_id in (:sessions) and not s.withdrawn
                            group by s.session_id""").param("sessions", sessions).param("now", at(now)).query(row -> {
                places.put(
                        row.getObject("session_id", UUID.class),
                        new Places(row.getInt("all_places"), row.getInt("left_places")));
            });
        }
        return places;
    }

    /**
     * Locks and returns the current slots of sessions, in one order: no place can be booked until the transaction
     * ends.
     */
    public List<SlotTime> findForChange(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : sql.sql("select " + COLUMNS + " from app.slot s"
                                + " where s.tenant_id = :council and s.session_id in (:sessions) and not s.withdrawn"
                                + " order by s.id for no key update")
                        .param("sessions", sessions)
                        .query(Slots::slot)
                        .list();
    }

    /**
     * Locks these slots until the transaction ends, and returns them. The order is always the same, so that no two
     * requests wait for each other.
     */
    public List<SlotTime> lock(Collection<SlotId> ids) {
        return sql.sql("select " + COLUMNS + " from app.slot s"
                        + " where s.tenant_id = :council and s.id in (:ids) order by s.id for no key update")
                .param("ids", values(ids))
                .query(Slots::slot)
                .list();
    }

    /**
     * Takes a place, and returns the slot unless it is full, over or withdrawn. The statement waits for other changes
     * of the same slot and then checks again.
     */
    public Optional<SlotTime> take(SlotId id, Instant now) {
        return one(
                sql.sql("update app.slot s set taken = s.taken + 1" + ONE + FREE + " returning " + COLUMNS)
                        .param("now", at(now)),
                id);
    }

    /**
     * Takes a place that was given back by mistake, even if the slot is over, because an undo restores the earlier
     * state. Returns the slot unless it is full or withdrawn.
     */
    public Optional<SlotTime> takeAgain(SlotId id) {
        return one(
                sql.sql("update app.slot s set taken = s.taken + 1" + ONE
                        + " and s.taken < s.places and not s.withdrawn returning " + COLUMNS),
                id);
    }

    /** Gives places back, and returns the slot. */
    public Optional<SlotTime> giveBack(SlotId id, int count) {
        return one(
                sql.sql("update app.slot s set taken = s.taken - :count" + ONE + " returning " + COLUMNS)
                        .param("count", count),
                id);
    }

    /** Adds one place, and returns the slot unless it is over, is withdrawn or cannot have more. */
    public Optional<SlotTime> extend(SlotId id, Instant now) {
        return one(
                sql.sql("update app.slot s set places = s.places + 1" + ONE
                                + " and s.places < 50 and s.ends_at > :now and not s.withdrawn returning " + COLUMNS)
                        .param("now", at(now)),
                id);
    }

    /** Gives these slots a number of places, except those in which more are taken. */
    public void givePlaces(Collection<SlotId> ids, int places) {
        sql.sql("""
                        update app.slot s set places = :places
                        where s.tenant_id = :council and s.id in (:ids) and s.taken <= :places""").param("ids", values(ids)).param("places", places).update();
    }

    public void withdraw(Collection<SlotId> ids) {
        sql.sql("update app.slot s set withdrawn = true where s.tenant_id = :council and s.id in (:ids)")
                .param("ids", values(ids))
                .update();
    }

    /**
     * Lists the first free slots at a hub that start between two times, from the start or after a slot. The kept slots
     * count as free.
     */
    public List<SlotTime> freeFrom(
            HubId hub,
            Instant now,
            Instant from,
            Instant to,
            @Nullable SlotId after,
            Collection<SlotId> kept,
            int atMost) {
        return sql.sql("select " + COLUMNS + " from app.slot s where s.tenant_id = :council and s.hub_id = :hub" + OPEN
                        + " and (s.taken < s.places or s.id = any(cast(string_to_array(:kept, ',') as uuid[])))"
                        + " and s.starts_at >= :from and s.starts_at < :to"
                        + " and (cast(:after as uuid) is null or (s.starts_at, s.id) > (select a.starts_at, a.id"
                        + " from app.slot a where a.tenant_id = :council and a.id = :after))"
                        + " order by s.starts_at, s.id limit :most")
                .param("hub", hub.value())
                .param("after", after == null ? null : after.value())
                .param("kept", kept.stream().map(id -> id.value().toString()).collect(joining(",")))
                .param("now", at(now))
                .param("from", at(from))
                .param("to", at(to))
                .param("most", atMost)
                .query(Slots::slot)
                .list();
    }

    /** Lists free slots at a hub that start before a time, the last first. */
    public List<SlotTime> freeBefore(HubId hub, Instant now, Instant before, int atMost) {
        return sql.sql("select " + COLUMNS + " from app.slot s where s.tenant_id = :council and s.hub_id = :hub" + FREE
                        + " and s.starts_at < :before order by s.starts_at desc, s.id limit :most")
                .param("hub", hub.value())
                .param("now", at(now))
                .param("before", at(before))
                .param("most", atMost)
                .query(Slots::slot)
                .list();
    }

    private static Optional<SlotTime> one(StatementSpec statement, SlotId id) {
        return statement.param("id", id.value()).query(Slots::slot).optional();
    }

    private static SlotTime slot(ResultSet row, int number) throws SQLException {
        return new SlotTime(
                new SlotId(row.getObject("id", UUID.class)),
                row.getObject("session_id", UUID.class),
                new HubId(row.getObject("hub_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("places"),
                row.getInt("taken"),
                row.getBoolean("withdrawn"));
    }

    private static List<UUID> values(Collection<SlotId> ids) {
        return ids.stream().map(SlotId::value).toList();
    }
}
