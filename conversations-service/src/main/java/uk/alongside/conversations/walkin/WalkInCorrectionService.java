package uk.alongside.conversations.walkin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.NothingToCorrect;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.attendance.CorrectedTimes;
import uk.alongside.conversations.attendance.Correction;
import uk.alongside.conversations.attendance.CorrectionHistory;
import uk.alongside.conversations.attendance.CorrectionId;
import uk.alongside.conversations.attendance.CorrectionList;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.attendance.Recorded;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.day.DayChanges.HubDay;
import uk.alongside.conversations.walkin.WalkInRefusal.StaleVersion;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Corrects the status and the times of walk-ins, and keeps each correction. */
@Service
class WalkInCorrectionService {

    private final WalkIns walkIns;
    private final WalkInLoader loader;
    private final AttendanceRegister register;
    private final CorrectionHistory history;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    WalkInCorrectionService(
            WalkIns walkIns,
            WalkInLoader loader,
            AttendanceRegister register,
            CorrectionHistory history,
            IdempotentRequests requests,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.walkIns = walkIns;
        this.loader = loader;
        this.register = register;
        this.history = history;
        this.requests = requests;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** The status and the times that are right, and the reason. */
    record Request(WalkInStatus status, CorrectedTimes times, String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Request[status=" + status + "]";
        }
    }

    @Transactional
    QueuedWalkIn correct(WalkInId id, long version, Request request, String key) {
        return requests.once(
                key,
                "POST /api/walk-ins/" + id.value() + "/corrections",
                request,
                correction -> correct(new CorrectionId(correction), id, version, request),
                _ -> loader.describe(walkIns.findById(id.value()).orElseThrow(Refused::notFound)));
    }

    private QueuedWalkIn correct(CorrectionId correction, WalkInId id, long version, Request request) {
        var walkIn = walkIns.findForChange(id.value()).orElseThrow(Refused::notFound);
        var before = loader.describe(walkIn);
        if (before.version() != version) {
            throw new StaleVersion(WalkInView.of(before)).refused();
        }
        var from = recorded(walkIn, before.attendance());
        var to = request.times()
                .applyTo(from, Recorded.Status.valueOf(request.status().name()), walkIn.day(), clock);
        if (from.equals(to)) {
            throw new NothingToCorrect().refused();
        }
        var with = Attendance.practitionerOf(before.attendance());
        switch (request.status()) {
            case WAITING -> correctToNotSeen(walkIn, before.attendance(), to, WalkIn.Status.WAITING);
            case LEFT -> correctToNotSeen(walkIn, before.attendance(), to, WalkIn.Status.LEFT);
            case IN_CONVERSATION, FINISHED -> correctToSeen(walkIn, before.attendance(), to);
        }
        var after = loader.describe(walkIn);
        history.add(new Correction(
                correction,
                id.value(),
                walkIn.hub(),
                from,
                to,
                request.reason(),
                with != null ? with : Attendance.practitionerOf(after.attendance()),
                OwnChange.now(clock),
                Caller.current().member()));
        days.changed(new HubDay(walkIn.hub().value(), walkIn.day()));
        audit.changed(WalkIn.KIND, id.value(), "corrected");
        return after;
    }

    private void correctToNotSeen(WalkIn walkIn, @Nullable Attendance attendance, Recorded to, WalkIn.Status status) {
        walkIn.correct(status, to.arrived(), null, member(), clock);
        if (attendance != null) {
            register.delete(attendance.id());
        }
    }

    private void correctToSeen(WalkIn walkIn, @Nullable Attendance attendance, Recorded to) {
        var id = attendance == null ? AttendanceId.random() : attendance.id();
        if (attendance == null) {
            register.arriveByCorrection(id, walkIn.visit(), to);
        } else {
            register.correct(id, to);
        }
        walkIn.correct(WalkIn.Status.SEEN, to.arrived(), id, member(), clock);
    }

    private static Recorded recorded(WalkIn walkIn, @Nullable Attendance attendance) {
        var status = Recorded.Status.valueOf(
                WalkInStatus.of(walkIn.status(), attendance).name());
        return attendance == null
                ? new Recorded(status, walkIn.arrivedAt(), null, null)
                : Recorded.of(status, attendance);
    }

    @Transactional
    CorrectionList list(WalkInId id, @Nullable CorrectionId after) {
        var walkIn = walkIns.findById(id.value()).orElseThrow(Refused::notFound);
        audit.read(WalkIn.KIND, List.of(id.value()));
        loader.describe(walkIn);
        return history.list(id.value(), after);
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
