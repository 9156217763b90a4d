package uk.alongside.conversations.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Gives other features access to sessions and slots. Other features can change only the number of places: take one,
 * give one back or add one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timetable {

    private static final int LOOK_AHEAD_DAYS = 28;
    private static final int MOST_NEAR = 40;

    private final Sessions sessions;
    private final Slots slots;
    private final JdbcClient jdbc;

    Timetable(Sessions sessions, Slots slots, JdbcClient jdbc) {
        this.sessions = sessions;
        this.slots = slots;
        this.jdbc = jdbc;
    }

    public Optional<SlotTime> slot(UUID slot) {
        return slots.findById(slot).map(Slot::time);
    }

    /** Returns these slots by their ids. */
    public Map<UUID, SlotTime> slots(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : slots.findByIdIn(ids).stream().map(Slot::time).collect(toMap(SlotTime::id, Function.identity()));
    }

    /** Takes one place, or returns false if the slot is full or over. */
    public boolean take(UUID slot, Instant now) {
        return slots.take(slot, now) == 1;
    }

    /**
     * Takes back a place that was given back by mistake, at any time, or returns false if the slot is full or
     * withdrawn.
     */
    public boolean takeAgain(UUID slot) {
        return slots.takeAgain(slot) == 1;
    }

    /** Gives places back. */
    public void giveBack(UUID slot, int count) {
        slots.giveBack(slot, count);
    }

    /** Adds one place, or returns false if the slot is over or cannot have more. */
    public boolean extend(UUID slot, Instant now) {
        return slots.extend(slot, now) == 1;
    }

    public boolean isFree(UUID slot, Instant now) {
        return slots.countFree(slot, now) == 1;
    }

    /**
     * Locks these slots until the transaction ends. The order is always the same, so that no two requests wait for
     * each other.
     */
    public void lock(Collection<UUID> ids) {
        jdbc.sql("""
                        select s.id from app.slot s
                        where s.tenant_id = :council and s.id in (:ids)
                        order by s.id
                        for no key update""")
                .param("council", CouncilContext.council())
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /** Lists the free slots at the slot's hub by how near they start to it; none on a day when the hub is closed. */
    public List<SlotTime> freeNear(SlotTime slot, Instant now, int atMost) {
        var from = slot.startsAt();
        var after = slots.findFreeFrom(slot.hub(), now, from, from.plus(lookAhead()), Limit.of(MOST_NEAR));
        var before = slots.findFreeBefore(slot.hub(), now, from, Limit.of(MOST_NEAR));
        var near = Stream.concat(before.stream(), after.stream())
                .map(Slot::time)
                .filter(other -> !other.id().equals(slot.id()))
                .toList();
        var closed = whileClosed(near.stream().map(SlotTime::session).toList());
        return near.stream()
                .filter(other -> !closed.contains(other.session()))
                .sorted(Comparator.comparing((SlotTime other) ->
                                Duration.between(from, other.startsAt()).abs())
                        .thenComparing(SlotTime::startsAt))
                .limit(atMost)
                .toList();
    }

    /** Lists the free slots of the next four weeks at the hub, in order. */
    public List<SlotTime> free(UUID hub, LocalDate from, Instant now, int atMost) {
        var start = from.atStartOfDay(Session.LONDON).toInstant();
        var end = from.plusDays(LOOK_AHEAD_DAYS).atStartOfDay(Session.LONDON).toInstant();
        return slots.findFreeFrom(hub, now, start, end, Limit.of(atMost)).stream()
                .map(Slot::time)
                .toList();
    }

    /** Returns the sessions on days for which their hub closed after they were planned; residents do not see them. */
    public Set<UUID> whileClosed(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select s.id from app.session s
                        where s.tenant_id = :council and s.id in (:ids) and not s.open_despite_closure
                          and exists (select from app.hub_closure c
                                      where c.tenant_id = s.tenant_id and c.hub_id = s.hub_id
                                        and s.day between c.first_day and c.last_day)""")
                        .param("council", CouncilContext.council())
                        .param("ids", Set.copyOf(ids))
                        .query(UUID.class)
                        .list());
    }

    /**
     * Lists the day's sessions at the hub with their slots, in order. A cancelled session appears only if a person
     * came to it.
     */
    public List<SessionTime> day(UUID hub, LocalDate day) {
        return withSlots(sessions.findByHubIdAndDayOrderByStartsAt(hub, day)).stream()
                .filter(session -> !session.cancelled() || !session.slots().isEmpty())
                .toList();
    }

    /** Returns the first session at the hub after that day that is not cancelled. */
    public Optional<SessionTime> nextAfter(UUID hub, LocalDate day) {
        return sessions.findFirstByHubIdAndDayAfterAndStatusOrderByStartsAt(hub, day, Session.Status.PLANNED)
                .map(session -> time(session, List.of(), false));
    }

    private List<SessionTime> withSlots(Collection<Session> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Slot>> bySession =
                slots
                        .findBySessionIdInOrderByStartsAt(
                                found.stream().map(Session::id).toList())
                        .stream()
                        .collect(groupingBy(Slot::sessionId));
        var closed = whileClosed(found.stream().map(Session::id).toList());
        return found.stream()
                .map(session ->
                        time(session, bySession.getOrDefault(session.id(), List.of()), closed.contains(session.id())))
                .toList();
    }

    private static Duration lookAhead() {
        return Duration.ofDays(LOOK_AHEAD_DAYS);
    }

    private static SessionTime time(Session session, List<Slot> slots, boolean hubClosed) {
        return new SessionTime(
                session.id(),
                session.hub(),
                session.date(),
                session.starts(),
                session.ends(),
                session.room(),
                session.pattern().kind(),
                session.isCancelled(),
                hubClosed,
                slots.stream()
                        .map(Slot::time)
                        .filter(slot -> slot.taken() > 0 || (!slot.withdrawn() && !session.isCancelled()))
                        .toList());
    }
}
