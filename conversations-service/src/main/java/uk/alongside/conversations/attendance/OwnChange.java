package uk.alongside.conversations.attendance;

import jakarta.persistence.Embeddable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;

/** The last change of a row: when it was made and by which member, who alone may undo it for a short time. */
@Embeddable
public record OwnChange(Instant changedAt, @Nullable UUID changedById) {

    private static final Duration UNDO_WITHIN = Duration.ofMinutes(2);

    /** Returns a change that a member makes now. */
    public static OwnChange by(UUID member, Clock clock) {
        return new OwnChange(now(clock), member);
    }

    /** Returns the time to the millisecond, as the row stores it: a repeated request must return the same time. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Rejects an undo by another member, and one that comes too late. */
    public void refuseUnlessUndoable(UUID by, Clock clock) {
        if (!by.equals(changedById) || clock.instant().isAfter(changedAt.plus(UNDO_WITHIN))) {
            throw new TooLateToUndo().refused();
        }
    }

    /** Returns this change as one that no member can undo. */
    public OwnChange kept() {
        return new OwnChange(changedAt, null);
    }
}
