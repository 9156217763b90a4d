package uk.alongside.conversations.series;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubSessions;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.session.Slot;
import uk.alongside.conversations.session.SlotBookings;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Slots;

/** Tells the feature of hubs what is held there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SessionsAtHub implements HubSessions {

    private final Sessions sessions;
    private final Slots slots;
    private final AllSeries all;
    private final SlotBookings bookings;
    private final Clock clock;

    SessionsAtHub(Sessions sessions, Slots slots, AllSeries all, SlotBookings bookings, Clock clock) {
        this.sessions = sessions;
        this.slots = slots;
        this.all = all;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public List<HeldSession> between(UUID hub, LocalDate from, LocalDate to) {
        var held = sessions.findByHubIdAndDayBetweenAndStatus(hub, from, to, Session.Status.PLANNED);
        if (held.isEmpty()) {
            return List.of();
        }
        var taken = slots
                .findBySessionIdInOrderByStartsAt(held.stream().map(Session::id).toList())
                .stream()
                .map(Slot::time)
                .collect(groupingBy(SlotTime::session, summingInt(SlotTime::taken)));
        return held.stream()
                .map(session -> new HeldSession(
                        session.id(),
                        session.date(),
                        session.starts(),
                        session.ends(),
                        session.room(),
                        session.arrangement().kind(),
                        taken.getOrDefault(session.id(), 0)))
                .sorted((one, other) -> one.date().compareTo(other.date()))
                .toList();
    }

    @Override
    public void closed(UUID hub, LocalDate from, LocalDate to) {
        sessions.forgetHeldWhileClosed(hub, from, to);
    }

    @Override
    public Set<UUID> used(Collection<UUID> hubs) {
        if (hubs.isEmpty()) {
            return Set.of();
        }
        var used = new HashSet<>(sessions.findHubsWithAny(hubs));
        used.addAll(all.findHubsWithAny(hubs));
        used.addAll(bookings.walkedInto(hubs));
        return used;
    }

    @Override
    public boolean anyToCome() {
        return sessions.existsByStatusAndEndsAtAfter(Session.Status.PLANNED, clock.instant());
    }
}
