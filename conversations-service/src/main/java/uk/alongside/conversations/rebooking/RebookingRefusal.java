package uk.alongside.conversations.rebooking;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the choices for affected bookings are rejected. */
public sealed interface RebookingRefusal extends Refusal {

    /** The affected bookings are no longer those that were previewed. */
    @ProblemType(
            status = HttpStatus.PRECONDITION_FAILED,
            type = "preview-outdated",
            detail = "Bookings changed since you previewed this. Preview it again.")
    record PreviewOutdated() implements RebookingRefusal {}

    /** A place that was chosen for a booking is full or gone, or its person is booked elsewhere at this time. */
    @ProblemType(
            type = "chosen-place-taken",
            detail = "A place that you chose is no longer free. Preview the change again and choose another place.")
    record ChosenPlaceTaken() implements RebookingRefusal {}
}
