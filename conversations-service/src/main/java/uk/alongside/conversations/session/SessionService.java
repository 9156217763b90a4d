package uk.alongside.conversations.session;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

@Service
class SessionService {

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

    /** The sessions of some days, and the day of the next session after them, if there is one. */
    record Listed(List<Planned> sessions, @Nullable LocalDate next, Instant now) {}

    /** Returns the session as it would be planned, or refuses it; nothing is stored. */
    @Transactional(readOnly = true)
    Session preview(HubId hub, SessionPlan plan) {
        if (hubs.find(hub).isEmpty()) {
            throw Refused.notFound();
        }
        return checked(SessionId.random(), hub, plan);
    }

    @Transactional
    Planned plan(HubId hub, SessionPlan plan, String key) {
        return requests.once(
                key,
                "POST /api/hubs/" + hub.value() + "/sessions",
                plan,
                id -> plan(new SessionId(id), hub, plan),
                id -> {
                    audit.read("session", List.of(id));
                    return find(new SessionId(id));
                });
    }

    private Planned plan(SessionId id, HubId hubId, SessionPlan plan) {
        var hub = hubs.findForPlanning(hubId).orElseThrow(Refused::notFound);
        var session = checked(id, hubId, plan);
        if (!hubs.closures(hubId, session.date(), session.date()).isEmpty()) {
            session.openDespiteClosure();
        }
        sessions.save(session);
        var planned = session.slots(session.placesPerSlot());
        slots.insert(planned);
        days.changed(hubId.value(), List.of(session.date()));
        audit.changed("session", id.value(), "planned");
        return new Planned(session, hub, planned);
    }

    private Session checked(SessionId id, HubId hub, SessionPlan plan) {
        var resolved = new SessionPlan(plan.date(), roomAndStaff.resolve(hub, plan.pattern()));
        var session = Session.planned(id, hub, resolved, clock);
        refuseOverlap(session);
        return session;
    }

    private void refuseOverlap(Session session) {
        sessions
                .findOverlapping(
                        session.hub().value(),
                        session.startsAt(),
                        session.endsAt(),
                        session.date().minusDays(1),
                        session.date().plusDays(1))
                .stream()
                .filter(session::clashesWith)
                .findFirst()
                .ifPresent(other -> {
                    throw Overlaps.with(other).refused();
                });
    }

    @Transactional(readOnly = true)
    Planned find(SessionId id) {
        var session = sessions.findById(id.value()).orElseThrow(Refused::notFound);
        var hub = hubs.find(session.hub()).orElseThrow();
        return new Planned(session, hub, slotsOf(List.of(session)));
    }

    /** Lists the sessions at the hub from that day for this number of days, each with its slots. */
    @Transactional(readOnly = true)
    Listed list(HubId hubId, @Nullable LocalDate from, @Nullable LocalDate after, int days) {
        var hub = hubs.find(hubId).orElseThrow(Refused::notFound);
        var first = after != null ? firstAfter(hubId, after) : from != null ? from : today();
        var last = first.plusDays(days - 1);
        var found = sessions.findByHubIdAndDayBetweenOrderByStartsAt(hubId.value(), first, last);
        var all = slotsOf(found).stream().collect(groupingBy(SlotTime::session));
        var more = sessions.findFirstByHubIdAndDayAfterOrderByDay(hubId.value(), last)
                .isPresent();
        return new Listed(
                found.stream()
                        .map(session -> new Planned(
                                session, hub, all.getOrDefault(session.id().value(), List.of())))
                        .toList(),
                more ? last : null,
                clock.instant());
    }

    private LocalDate firstAfter(HubId hub, LocalDate day) {
        return sessions.findFirstByHubIdAndDayAfterOrderByDay(hub.value(), day)
                .map(Session::date)
                .orElseGet(() -> day.plusDays(1));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Session.LONDON));
    }

    private List<SlotTime> slotsOf(List<Session> found) {
        return slots
                .ofSessions(found.stream().map(session -> session.id().value()).toList())
                .stream()
                .filter(slot -> !slot.withdrawn())
                .toList();
    }
}
