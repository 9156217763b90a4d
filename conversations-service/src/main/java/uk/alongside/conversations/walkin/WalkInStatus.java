package uk.alongside.conversations.walkin;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.Attendance.Progress;

/** The status of a walk-in in an answer: that in the queue, or of the attendance once the person has been seen. */
public enum WalkInStatus {
    WAITING,
    IN_CONVERSATION,
    FINISHED,
    LEFT;

    /** Returns the status for that in the queue and the attendance, if the person has been seen. */
    public static WalkInStatus of(WalkIn.Status status, @Nullable Attendance attendance) {
        return switch (status) {
            case WAITING -> WAITING;
            case SEEN -> attendance != null && attendance.progress() == Progress.FINISHED ? FINISHED : IN_CONVERSATION;
            case LEFT -> LEFT;
        };
    }
}
