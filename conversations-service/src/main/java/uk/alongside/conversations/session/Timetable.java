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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Answers other features' questions about sessions and slots. {@link Slots} changes the places of a slot.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timetable {

    private static final int LOOK_AHEAD_DAYS = 28;
    private static final int MOST_NEAR = 40;

    private final Sessions sessions;
    private final Slots slots;
    private final CouncilSql sql;

    Timetable(Sessions sessions, Slots slots, CouncilSql sql) {
        this.sessions = sessions;
        this.slots = slots;
        this.sql = sql;
    }

    public Optional<SlotTime> slot(SlotId slot) {
        return slots.find(slot);
    }

    /** Returns these slots by their ids. */
    public Map<SlotId, SlotTime> slots(Collection<SlotId> ids) {
        return slots.find(ids.stream().map(SlotId::value).distinct().toList()).stream()
                .collect(toMap(SlotTime::slotId, Function.identity()));
    }

    /** Lists the free slots at the slot's hub by how near they start to it; none on a day when the hub is closed. */
    public List<SlotTime> freeNear(SlotTime slot, Instant now, int atMost) {
        var from = slot.startsAt();
        var after = slots.freeFrom(slot.hub(), now, from, from.plus(lookAhead()), null, MOST_NEAR);
        var before = slots.freeBefore(slot.hub(), now, from, MOST_NEAR);
        var near = Stream.concat(before.stream(), after.stream())
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

    /** Lists the free slots of the next four weeks at the hub, in order, from the start or after a slot. */
    public List<SlotTime> free(UUID hub, LocalDate from, @Nullable SlotId after, Instant now, int atMost) {
        var start = from.atStartOfDay(Session.LONDON).toInstant();
        var end = from.plusDays(LOOK_AHEAD_DAYS).atStartOfDay(Session.LONDON).toInstant();
        return slots.freeFrom(hub, now, start, end, after, atMost);
    }

    /** Returns the sessions on days for which their hub closed after they were planned; residents do not see them. */
    public Set<UUID> whileClosed(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("""
                        select s.id from app.session s
                        where s.tenant_id = :council and s.id in (:ids) and not s.open_despite_closure
                          and exists (select from app.hub_closure c
                                      where c.tenant_id = s.tenant_id and c.hub_id = s.hub_id
                                        and s.day between c.first_day and c.last_day)""")
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
        Map<UUID, List<SlotTime>> bySession = slots
                .ofSessions(found.stream().map(Session::id).toList())
                .stream()
                .collect(groupingBy(SlotTime::session));
        var closed = whileClosed(found.stream().map(Session::id).toList());
        return found.stream()
                .map(session ->
                        time(session, bySession.getOrDefault(session.id(), List.of()), closed.contains(session.id())))
                .toList();
    }

    private static Duration lookAhead() {
        return Duration.ofDays(LOOK_AHEAD_DAYS);
    }

    private static SessionTime time(Session session, List<SlotTime> slots, boolean hubClosed) {
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
                        .filter(slot -> slot.taken() > 0 || (!slot.withdrawn() && !session.isCancelled()))
                        .toList());
    }
}
