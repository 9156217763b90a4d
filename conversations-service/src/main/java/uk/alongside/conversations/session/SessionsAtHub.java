package uk.alongside.conversations.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;

/** Lists the sessions at hubs, for closures of a hub and for the week of all hubs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SessionsAtHub {

    private final Sessions sessions;
    private final Slots slots;
    private final Clock clock;

    SessionsAtHub(Sessions sessions, Slots slots, Clock clock) {
        this.sessions = sessions;
        this.slots = slots;
        this.clock = clock;
    }

    /** A planned session, and the number of its places that are taken. */
    public record PlannedSession(
            UUID id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            @Nullable String kind,
            int booked) {}

    /** Lists the planned sessions on the days from one to another. */
    public List<PlannedSession> between(HubId hub, LocalDate from, LocalDate to) {
        var planned = sessions.findByHubIdAndDayBetweenAndStatus(hub.value(), from, to, Session.Status.PLANNED);
        if (planned.isEmpty()) {
            return List.of();
        }
        var taken = slots
                .ofSessions(
                        planned.stream().map(session -> session.id().value()).toList())
                .stream()
                .collect(groupingBy(SlotTime::session, summingInt(SlotTime::taken)));
        return planned.stream()
                .map(session -> new PlannedSession(
                        session.id().value(),
                        session.date(),
                        session.starts(),
                        session.ends(),
                        session.room(),
                        session.pattern().kind(),
                        taken.getOrDefault(session.id().value(), 0)))
                .sorted((one, other) -> one.date().compareTo(other.date()))
                .toList();
    }

    /**
     * A session with the number of its places.
     *
     * @param left the places in slots that are not over and not taken
     * @param openDespiteClosure whether it was planned for a day on which its hub was already closed
     */
    public record SessionInWeek(
            SessionId id,
            HubId hub,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,
            boolean cancelled,
            boolean dropInOnly,
            boolean openDespiteClosure,
            int places,
            int left) {}

    /** Lists the sessions at these hubs on the days from one to another in the order of their times, in two statements. */
    public List<SessionInWeek> between(Collection<HubId> hubs, LocalDate from, LocalDate to) {
        if (hubs.isEmpty()) {
            return List.of();
        }
        var found = sessions.findByHubIdInAndDayBetweenOrderByStartsAt(
                hubs.stream().map(HubId::value).toList(), from, to);
        var places =
                slots.places(found.stream().map(session -> session.id().value()).toList(), clock.instant());
        return found.stream()
                .map(session -> {
                    var its = places.getOrDefault(session.id().value(), Slots.Places.NONE);
                    return new SessionInWeek(
                            session.id(),
                            session.hub(),
                            session.date(),
                            session.starts(),
                            session.ends(),
                            session.pattern().kind(),
                            session.isCancelled(),
                            session.pattern().dropInOnly(),
                            session.isOpenDespiteClosure(),
                            its.all(),
                            its.left());
                })
                .toList();
    }

    /** Records that the hub closes on these days: a session planned earlier was not planned despite the closure. */
    public void closed(HubId hub, LocalDate from, LocalDate to) {
        sessions.clearOpenDespiteClosure(hub.value(), from, to);
    }

    /** Says whether any hub of the council has a session that is not over. */
    public boolean anyToCome() {
        return sessions.existsByStatusAndEndsAtAfter(Session.Status.PLANNED, clock.instant());
    }
}
