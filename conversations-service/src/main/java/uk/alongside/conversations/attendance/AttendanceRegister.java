package uk.alongside.conversations.attendance;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.caller.Caller;

/**
 * Records who came and how the conversation went, for the features that know how a person came. Every method is called in
 * the transaction of such a feature, which holds the lock of its own row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AttendanceRegister {

    private final Attendances attendances;
    private final Clock clock;

    AttendanceRegister(Attendances attendances, Clock clock) {
        this.attendances = attendances;
        this.clock = clock;
    }

    /** Records under this id that a person came. */
    public void arrive(AttendanceId id, Visit visit) {
        attendances.save(new Attendance(id, visit, member(), clock));
    }

    /** Records under this id that a person came and that the conversation starts at once. */
    public void arriveAndStart(AttendanceId id, Visit visit) {
        var attendance = new Attendance(id, visit, member(), clock);
        attendance.start(member(), clock);
        attendances.save(attendance);
    }

    /** Starts the conversation. Returns false if it has started already. */
    public boolean start(AttendanceId id) {
        return forChange(id).start(member(), clock);
    }

    /** Finishes the conversation. Returns false if it is finished already. */
    public boolean finish(AttendanceId id) {
        return forChange(id).finish(member(), clock);
    }

    /**
     * Undoes the last change. Returns false if the arrival itself is undone: the attendance is deleted, and the caller
     * must no longer refer to it.
     */
    public boolean undo(AttendanceId id) {
        var attendance = forChange(id);
        boolean isLeft = attendance.undo(member(), clock);
        if (!isLeft) {
            attendances.delete(attendance);
        }
        return isLeft;
    }

    /** Corrects the times of an attendance. */
    public void correct(AttendanceId id, Recorded corrected) {
        forChange(id).correct(corrected, member(), clock);
    }

    /** Records under this id that a person came whose visit was not recorded, or not correctly. */
    public void arriveByCorrection(AttendanceId id, Visit visit, Recorded corrected) {
        var attendance = new Attendance(id, visit, member(), clock);
        attendance.correct(corrected, member(), clock);
        attendances.save(attendance);
    }

    /** Deletes an attendance that was recorded by mistake. The caller must no longer refer to it. */
    public void delete(AttendanceId id) {
        attendances.delete(forChange(id));
    }

    /** Ends the time in which the last change can be undone. */
    public void keepLastChange(AttendanceId id) {
        forChange(id).keepLastChange();
    }

    /** Rejects a change that is not possible once the person has come. */
    public void refuseOnceCome(@Nullable AttendanceId id) {
        find(id).ifPresent(attendance -> {
            throw attendance.wrongStatus().refused();
        });
    }

    /** Finds the attendance of this id, if there is an id and the arrival has not been undone. */
    public Optional<Attendance> find(@Nullable AttendanceId id) {
        return Optional.ofNullable(id).map(AttendanceId::value).flatMap(attendances::findById);
    }

    /** Finds the attendances of these ids, except those whose arrival has been undone. */
    public Map<AttendanceId, Attendance> find(Stream<AttendanceId> ids) {
        var values = ids.map(AttendanceId::value).toList();
        return values.isEmpty()
                ? Map.of()
                : attendances.findByIdIn(values).stream().collect(toMap(Attendance::id, Function.identity()));
    }

    private Attendance forChange(AttendanceId id) {
        return attendances.findForChange(id.value()).orElseThrow();
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
