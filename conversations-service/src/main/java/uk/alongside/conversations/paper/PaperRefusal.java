package uk.alongside.conversations.paper;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a record from paper is rejected. Nothing of it is saved then. */
sealed interface PaperRefusal extends Refusal {

    /** Another member of staff has changed some of the bookings since the caller read them. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail =
                    "Another member of staff has changed some of these bookings. Nothing is saved. Look at them and send"
                            + " the others again.")
    record StaleRows(List<CurrentRow> bookings) implements PaperRefusal {}

    @ProblemType(
            type = "paper-rows-rejected",
            detail = "Some rows cannot be recorded, so nothing is saved. Put them right and send all rows again.")
    record RowsRejected(List<RowProblem> rows) implements PaperRefusal {}

    /** A booking as it is now, in an answer. */
    record CurrentRow(
            BookingId bookingId,
            BookingStatus status,
            @Nullable Instant arrivedAt,
            long version) {}

    /** The list that a row belongs to. */
    enum RowKind {
        BOOKING,
        WALK_IN
    }

    /** The reason why a row cannot be recorded. */
    enum Reason {
        /** The slot has not started, so no member can know that the person does not come. */
        NOT_STARTED,
        /** The time of the arrival is in the future. */
        IN_THE_FUTURE,
        /** The booking says already whether the person came. */
        RECORDED_ALREADY
    }

    /** A row that cannot be recorded, by its place in its list, from zero. */
    record RowProblem(RowKind kind, int row, Reason reason) {}
}
