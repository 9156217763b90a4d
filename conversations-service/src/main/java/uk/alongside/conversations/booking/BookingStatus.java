package uk.alongside.conversations.booking;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.Attendance.Progress;

/** The status of a booking in an answer: that of the place, or of the attendance once the person has come. */
public enum BookingStatus {
    EXPECTED,
    ARRIVED,
    IN_CONVERSATION,
    FINISHED,
    DID_NOT_ATTEND,
    CANCELLED;

    /** Returns the status for that of a place and the attendance, if the person has come. */
    public static BookingStatus of(Booking.Status status, @Nullable Attendance attendance) {
        return switch (status) {
            case EXPECTED -> EXPECTED;
            // The arrival may have been undone since the booking was read.
            case CAME -> attendance == null ? ARRIVED : of(attendance.progress());
            case DID_NOT_ATTEND -> DID_NOT_ATTEND;
            case CANCELLED -> CANCELLED;
        };
    }

    private static BookingStatus of(Progress progress) {
        return switch (progress) {
            case ARRIVED -> ARRIVED;
            case IN_CONVERSATION -> IN_CONVERSATION;
            case FINISHED -> FINISHED;
        };
    }
}
