package uk.alongside.conversations.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

@Service
class SessionService {

    private static final int LISTED_DAYS = 28;

    private final Sessions sessions;
    private final Slots slots;
    private final HubDirectory hubs;
    private final RoomAndStaff roomAndStaff;
    private final DayChanges days;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            Slots slots,
            HubDirectory hubs,
            RoomAndStaff roomAndStaff,
            DayChanges days,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.slots = slots;
        this.hubs = hubs;
        this.roomAndStaff = roomAndStaff;
        this.days = days;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** A session, the name of its hub and its slots. */
    record Planned(Session session, HubName hub, List<SlotTime> slots) {}

    @Transactional
    Planned plan(UUID hub, SessionPlan plan, String key) {
        return requests.once(key, "POST /api/hubs/" + hub + "/sessions", plan, id -> plan(id, hub, plan), id -> {
            audit.read("session", List.of(id));
            return find(id);
        });
    }

    private Planned plan(UUID id, UUID hubId, SessionPlan plan) {
        var hub = hubs.findForPlanning(hubId).orElseThrow(() -> Refused.notFound());
        var found = new SessionPlan(plan.date(), roomAndStaff.resolve(hubId, plan.pattern()));
        var session = Session.planned(id, hubId, found, clock);
        refuseOverlap(session);
        if (!hubs.closures(hubId, session.date(), session.date()).isEmpty()) {
            session.holdWhileClosed();
        }
        sessions.save(session);
        var planned = session.slots(Objects.requireNonNullElse(plan.pattern().places(), 1));
        slots.insert(planned);
        days.changed(hubId, List.of(session.date()));
        audit.changed("session", id, "planned");
        return new Planned(session, hub, planned);
    }

    private void refuseOverlap(Session session) {
        sessions
                .findOverlapping(
                        session.hub(),
                        session.startsAt(),
                        session.endsAt(),
                        session.date().minusDays(1),
                        session.date().plusDays(1),
                        session.pattern().roomKey(),
                        session.id())
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Overlaps.with(other).refused();
                });
    }

    @Transactional(readOnly = true)
    Planned find(UUID id) {
        var session = sessions.findById(id).orElseThrow(() -> Refused.notFound());
        var hub = hubs.find(session.hub()).orElseThrow();
        return new Planned(session, hub, slotsOf(List.of(session)));
    }

    /** Lists the sessions at the hub in the four weeks from that day, each with its slots. */
    @Transactional(readOnly = true)
    List<Planned> list(UUID hubId, @Nullable LocalDate from) {
        var hub = hubs.find(hubId).orElseThrow(() -> Refused.notFound());
        var first = from == null ? LocalDate.now(clock.withZone(Session.LONDON)) : from;
        var found = sessions.findByHubIdAndDayBetweenOrderByStartsAt(hubId, first, first.plusDays(LISTED_DAYS - 1));
        var all = slotsOf(found);
        return found.stream()
                .map(session -> new Planned(
                        session,
                        hub,
                        all.stream()
                                .filter(slot -> slot.session().equals(session.id()))
                                .toList()))
                .toList();
    }

    private List<SlotTime> slotsOf(List<Session> found) {
        return slots.ofSessions(found.stream().map(Session::id).toList()).stream()
                .filter(slot -> !slot.withdrawn())
                .toList();
    }
}
