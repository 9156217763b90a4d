package uk.alongside.conversations.attendance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record of a visit at one moment: its status and the times that are known. */
public record Recorded(
        Status status,
        @Nullable Instant arrivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** The statuses of bookings and of walk-ins. */
    public enum Status {
        EXPECTED,
        WAITING,
        ARRIVED,
        IN_CONVERSATION,
        FINISHED,
        DID_NOT_ATTEND,
        CANCELLED,
        LEFT
    }

    /** Returns the record of a visit with its attendance, if the person has come. */
    public static Recorded of(Status status, @Nullable Attendance attendance) {
        return attendance == null
                ? new Recorded(status, null, null, null)
                : new Recorded(status, attendance.arrivedAt(), attendance.startedAt(), attendance.finishedAt());
    }

    /** Returns the time of the arrival of a person who has come. */
    public Instant arrived() {
        return requireNonNull(arrivedAt);
    }
}
