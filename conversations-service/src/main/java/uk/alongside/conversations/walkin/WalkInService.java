package uk.alongside.conversations.walkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.attendance.Recorded;
import uk.alongside.conversations.attendance.Visit;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.day.DayChanges.HubDay;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.walkin.WalkIn.Arrival;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Manages the queue of people who came without a booking. */
@Service
public class WalkInService {

    private final WalkIns walkIns;
    private final AttendanceRegister register;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final WalkInLoader loader;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    WalkInService(
            WalkIns walkIns,
            AttendanceRegister register,
            HubDirectory hubs,
            PersonDirectory people,
            WalkInLoader loader,
            IdempotentRequests requests,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.walkIns = walkIns;
        this.register = register;
        this.hubs = hubs;
        this.people = people;
        this.loader = loader;
        this.requests = requests;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    QueuedWalkIn add(HubId hub, LocalDate day, Arrival arrival, String key) {
        return requests.once(
                key,
                "POST /api/hubs/" + hub.value() + "/days/" + day + "/walk-ins",
                arrival,
                id -> add(new WalkInId(id), hub, day, arrival),
                id -> loader.describe(walkIns.findById(id).orElseThrow()));
    }

    private QueuedWalkIn add(WalkInId id, HubId hub, LocalDate day, Arrival arrival) {
        // The hub is locked for planning, so that no other request undoes its import at the same time.
        if (hubs.findForPlanning(hub).isEmpty()) {
            throw Refused.notFound();
        }
        var person = arrival.person();
        if (person != null && people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var walkIn = walkIns.save(new WalkIn(id, hub, day, arrival, member(), clock));
        audit.changed(WalkIn.KIND, id.value(), "arrived");
        days.changed(new HubDay(hub.value(), day));
        return loader.describe(walkIn);
    }

    /** Records from paper the visit of a person who came without a booking. It is over, and lasted until this time. */
    @Transactional
    public void recordFromPaper(HubId hub, LocalDate day, Arrival arrival, Instant arrivedAt, Instant until) {
        // The hub is locked for planning, so that no other request undoes its import at the same time.
        if (hubs.findForPlanning(hub).isEmpty()) {
            throw Refused.notFound();
        }
        var person = arrival.person();
        if (person != null && people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var attendance = AttendanceId.random();
        register.arriveByCorrection(
                attendance,
                new Visit(person, hub, day, CameBy.WALK_IN, arrivedAt),
                new Recorded(Recorded.Status.FINISHED, arrivedAt, arrivedAt, until));
        var id = new WalkInId(UUID.randomUUID());
        walkIns.save(WalkIn.fromPaper(id, hub, day, arrival, arrivedAt, attendance, member(), clock));
        audit.changed(WalkIn.KIND, id.value(), "arrived");
        if (person != null) {
            audit.read("person", List.of(person.value()));
        }
        days.changed(new HubDay(hub.value(), day));
    }

    @Transactional
    QueuedWalkIn find(WalkInId id) {
        var walkIn = walkIns.findById(id.value()).orElseThrow(Refused::notFound);
        audit.read(WalkIn.KIND, List.of(id.value()));
        return loader.describe(walkIn);
    }

    @Transactional
    QueuedWalkIn start(WalkInId id) {
        return change(id, "started", this::see);
    }

    @Transactional
    QueuedWalkIn finish(WalkInId id) {
        return change(id, "finished", walkIn -> register.finish(walkIn.attendanceOfSeen()));
    }

    @Transactional
    QueuedWalkIn leave(WalkInId id) {
        return change(id, "left", walkIn -> {
            register.refuseOnceCome(walkIn.attendance());
            return walkIn.leave(member(), clock);
        });
    }

    @Transactional
    QueuedWalkIn undo(WalkInId id) {
        return change(id, "undone", walkIn -> {
            var attendance = walkIn.attendance();
            if (attendance == null) {
                walkIn.undo(member(), clock);
            } else if (!register.undo(attendance)) {
                walkIn.undoSeen();
            }
            return true;
        });
    }

    private boolean see(WalkIn walkIn) {
        var seen = walkIn.attendance();
        if (seen != null) {
            return register.start(seen);
        }
        var attendance = AttendanceId.random();
        walkIn.see(attendance, member(), clock);
        register.arriveAndStart(attendance, walkIn.visit());
        return true;
    }

    private QueuedWalkIn change(WalkInId id, String what, Predicate<WalkIn> change) {
        var walkIn = walkIns.findForChange(id.value()).orElseThrow(Refused::notFound);
        if (change.test(walkIn)) {
            audit.changed(WalkIn.KIND, id.value(), what);
            days.changed(new HubDay(walkIn.hub().value(), walkIn.day()));
        } else {
            audit.read(WalkIn.KIND, List.of(id.value()));
        }
        return loader.describe(walkIn);
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
