package uk.alongside.conversations.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
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
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;

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
    private final HubDirectory hubs;

    Timetable(Sessions sessions, Slots slots, HubDirectory hubs) {
        this.sessions = sessions;
        this.slots = slots;
        this.hubs = hubs;
    }

    public Optional<SlotTime> slot(SlotId slot) {
        return slots.find(slot);
    }

    /** Returns these slots by their ids. */
    public Map<SlotId, SlotTime> slots(Collection<SlotId> ids) {
        return slots.find(ids.stream().distinct().toList()).stream().collect(toMap(SlotTime::id, Function.identity()));
    }

    /** Returns these sessions without their slots. */
    public List<SessionTime> sessions(Collection<UUID> ids) {
        return sessions.findByIdIn(ids).stream()
                .map(session -> time(session, List.of(), false))
                .toList();
    }

    /** Lists the free slots at the slot's hub by how near they start to it; none on a day when the hub is closed. */
    public List<SlotTime> freeNear(SlotTime slot, Instant now, int atMost) {
        var from = slot.startsAt();
        var after = slots.freeFrom(slot.hub(), now, from, from.plus(lookAhead()), null, Set.of(), MOST_NEAR);
        var before = slots.freeBefore(slot.hub(), now, from, MOST_NEAR);
        var near = Stream.concat(before.stream(), after.stream())
                .filter(other -> !other.id().equals(slot.id()))
                .toList();
        var closed = hiddenByClosure(slot.hub(), near);
        return near.stream()
                .filter(other -> !closed.contains(other.session()))
                .sorted(Comparator.comparing((SlotTime other) ->
                                Duration.between(from, other.startsAt()).abs())
                        .thenComparing(SlotTime::startsAt))
                .limit(atMost)
                .toList();
    }

    /**
     * Lists the free slots of the next four weeks at the hub, in order, from the start or after a slot. The slots in
     * which the caller keeps a place are among them, because the caller can book that place.
     */
    public List<SlotTime> free(
            HubId hub, LocalDate from, @Nullable SlotId after, Instant now, Set<SlotId> kept, int atMost) {
        var start = from.atStartOfDay(Session.LONDON).toInstant();
        var end = from.plusDays(LOOK_AHEAD_DAYS).atStartOfDay(Session.LONDON).toInstant();
        return slots.freeFrom(hub, now, start, end, after, kept, atMost);
    }

    /** Returns the sessions of these slots at one hub that a later closure hides from residents. */
    public Set<UUID> hiddenByClosure(HubId hub, Collection<SlotTime> near) {
        var days = near.stream().map(SlotTime::date).toList();
        if (days.isEmpty()) {
            return Set.of();
        }
        var closures = hubs.closures(hub, Collections.min(days), Collections.max(days));
        if (closures.isEmpty()) {
            return Set.of();
        }
        var ids = near.stream().map(SlotTime::session).collect(toSet());
        return sessions.findByIdIn(ids).stream()
                .filter(session -> isHidden(session, closures))
                .map(session -> session.id().value())
                .collect(toSet());
    }

    /** Says whether the hub closed for the session's day after the session was planned. Residents do not see it. */
    private static boolean isHidden(Session session, List<HubClosure> closures) {
        return !session.isOpenDespiteClosure() && closures.stream().anyMatch(closure -> closure.covers(session.date()));
    }

    /**
     * Lists the day's sessions at the hub with their slots, in order. A cancelled session appears only if a person
     * came to it.
     */
    public List<SessionTime> day(HubId hub, LocalDate day) {
        var found = sessions.findByHubIdAndDayOrderByStartsAt(hub.value(), day);
        if (found.isEmpty()) {
            return List.of();
        }
        var bySession = slots
                .ofSessions(found.stream().map(session -> session.id().value()).toList())
                .stream()
                .collect(groupingBy(SlotTime::session));
        var closures = hubs.closures(hub, day, day);
        return found.stream()
                .map(session -> time(
                        session, bySession.getOrDefault(session.id().value(), List.of()), isHidden(session, closures)))
                .filter(session -> !session.cancelled() || !session.slots().isEmpty())
                .toList();
    }

    /** Returns the first session at the hub after that day that is not cancelled. */
    public Optional<SessionTime> nextAfter(HubId hub, LocalDate day) {
        return sessions.findFirstByHubIdAndDayAfterAndStatusOrderByStartsAt(hub.value(), day, Session.Status.PLANNED)
                .map(session -> time(session, List.of(), false));
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
