package uk.alongside.conversations.personhistory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.walkin.WalkInStatus;

/** One booking of a person, or one visit without a booking. */
public record PersonBooking(
        @Schema(description = "The id of the booking, or of the walk-in")
        UUID id,

        HubId hubId,
        String hubName,
        LocalDate date,

        @Schema(description = "The start of the slot, or the time of arrival of a walk-in")
        LocalTime starts,

        Status status,

        @Schema(description = "True for a visit without a booking")
        boolean walkIn) {

    /** The statuses of bookings and of walk-ins. */
    public enum Status {
        EXPECTED,
        WAITING,
        ARRIVED,
        IN_CONVERSATION,
        FINISHED,
        LEFT,
        DID_NOT_ATTEND,
        CANCELLED;

        static Status of(BookingStatus status) {
            return switch (status) {
                case EXPECTED -> EXPECTED;
                case ARRIVED -> ARRIVED;
                case IN_CONVERSATION -> IN_CONVERSATION;
                case FINISHED -> FINISHED;
                case DID_NOT_ATTEND -> DID_NOT_ATTEND;
                case CANCELLED -> CANCELLED;
            };
        }

        static Status of(WalkInStatus status) {
            return switch (status) {
                case WAITING -> WAITING;
                case IN_CONVERSATION -> IN_CONVERSATION;
                case FINISHED -> FINISHED;
                case LEFT -> LEFT;
            };
        }
    }
}
