package uk.alongside.conversations.walkin;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.person.PersonCard;

/**
 * A walk-in with the attendance, if the person has been seen, the person, if they have a record, and the name of the
 * member who talks with the person.
 */
public record QueuedWalkIn(
        WalkIn walkIn,
        @Nullable Attendance attendance,
        @Nullable PersonCard person,
        @Nullable String withName) {

    /** Returns a version that grows with every change of the walk-in and of its attendance. */
    long version() {
        return Attendance.versionOf(walkIn.version(), attendance);
    }
}
