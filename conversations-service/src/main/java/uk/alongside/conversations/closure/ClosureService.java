package uk.alongside.conversations.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.closure.ClosureRefusal.AlreadyClosed;
import uk.alongside.conversations.closure.ClosureRefusal.ClosureBackwards;
import uk.alongside.conversations.closure.ClosureRefusal.ClosureOver;
import uk.alongside.conversations.hub.Closures;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.rebooking.AffectedBooking;
import uk.alongside.conversations.rebooking.BookingChoices;
import uk.alongside.conversations.session.SessionsAtHub;
import uk.alongside.conversations.session.SessionsAtHub.PlannedSession;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/**
 * Closes hubs for some days and opens them again. Sessions planned on these days stay until a member changes
 * them, and so do the bookings for which a member chooses nothing else.
 */
@Service
class ClosureService {

    private static final String KIND = "hub";

    private final HubDirectory hubs;
    private final Closures closures;
    private final SessionsAtHub sessions;
    private final ClosureBookings bookings;
    private final IdempotentRequests requests;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    ClosureService(
            HubDirectory hubs,
            Closures closures,
            SessionsAtHub sessions,
            ClosureBookings bookings,
            IdempotentRequests requests,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.hubs = hubs;
        this.closures = closures;
        this.sessions = sessions;
        this.bookings = bookings;
        this.requests = requests;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The days on which a hub is to close, why, and what is chosen for the bookings on these days. */
    record Closing(LocalDate from, LocalDate to, String reason, BookingChoices choices) {

        boolean isWithin(HubClosure closure) {
            return !from.isBefore(closure.from()) && !to.isAfter(closure.to());
        }
    }

    /** The sessions planned on the days of a closure, and the bookings of people who are expected. */
    record Preview(List<PlannedSession> affectedSessions, List<AffectedBooking> bookings) {}

    /** A closure and the sessions planned on its days. */
    record Closed(HubClosure closure, List<PlannedSession> affectedSessions) {}

    /** Lists the sessions planned on the days of a closure with their bookings; nothing is stored but the audit. */
    @Transactional
    Preview preview(HubId id, Closing closing) {
        if (hubs.find(id).isEmpty()) {
            throw Refused.notFound();
        }
        refuse(id, closing);
        var planned = sessions.between(id, closing.from(), closing.to());
        return new Preview(planned, bookings.affected(id, closing, planned));
    }

    @Transactional
    Closed close(HubId id, Closing closing, String key) {
        return requests.once(
                key,
                "POST /api/hubs/" + id.value() + "/closures",
                closing,
                fresh -> close(new ClosureId(fresh), id, closing),
                again -> found(id, new ClosureId(again)));
    }

    /** Returns a closure with the sessions that are planned on its days now. */
    @Transactional(readOnly = true)
    Closed find(HubId hub, ClosureId id) {
        return found(hub, id);
    }

    private Closed found(HubId hub, ClosureId id) {
        var closure = closures.find(hub, id).orElseThrow(Refused::notFound);
        return new Closed(closure, sessions.between(hub, closure.from(), closure.to()));
    }

    private Closed close(ClosureId id, HubId hub, Closing closing) {
        if (hubs.findForPlanning(hub).isEmpty()) {
            throw Refused.notFound();
        }
        refuse(hub, closing);
        var closure = new HubClosure(id, closing.from(), closing.to(), closing.reason());
        closures.add(hub, closure);
        sessions.closed(hub, closing.from(), closing.to());
        // The hub is audited before the bookings, because the first change names the event.
        audit.changed(KIND, hub.value(), "closed");
        audit.value("first-day", null, closing.from().toString());
        audit.value("last-day", null, closing.to().toString());
        bookings.carryOut(hub, closing, sessions.between(hub, closing.from(), closing.to()));
        events.publishEvent(new HubClosed(hub, id, closing.from(), closing.to(), closing.reason()));
        return new Closed(closure, sessions.between(hub, closing.from(), closing.to()));
    }

    private void refuse(HubId hub, Closing closing) {
        if (closing.to().isBefore(closing.from())) {
            throw new ClosureBackwards().refused();
        }
        if (closing.to().isBefore(LocalDate.now(clock))) {
            throw new ClosureOver().refused();
        }
        if (closures.between(hub, closing.from(), closing.to()).stream().anyMatch(closing::isWithin)) {
            throw new AlreadyClosed().refused();
        }
    }

    @Transactional
    void reopen(HubId id, ClosureId closure) {
        if (hubs.findForPlanning(id).isEmpty() || !closures.remove(id, closure)) {
            throw Refused.notFound();
        }
        audit.changed(KIND, id.value(), "reopened");
        events.publishEvent(new HubReopened(id, closure));
    }
}
