package uk.alongside.conversations.booking;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a booking or a change of one is rejected, beside those of its place and its attendance. */
public sealed interface BookingRefusal extends Refusal {

    @ProblemType(type = "already-booked", detail = "This person has a place in this slot already.")
    record AlreadyBooked() implements BookingRefusal {}

    /**
     * The person has another booking at an overlapping time, at any hub of the council. Members of staff can still
     * book once they have seen the other booking.
     */
    @ProblemType(
            type = "overlapping-booking",
            detail = "This person has another booking at this time. Check with them, then confirm or choose another"
                    + " slot.")
    record OverlappingBooking(List<Overlap> overlaps) implements BookingRefusal {}

    /** A booking at an overlapping time, in an answer. */
    record Overlap(UUID bookingId, String hubName, LocalDate date, LocalTime starts, LocalTime ends) {}

    @InvalidField(field = "askedOn", detail = "The day they asked must be today or before.")
    record AskedInTheFuture() implements BookingRefusal {}

    @InvalidField(field = "askedBy", detail = "Say who asked for the cancellation.")
    record WithoutAskedBy() implements BookingRefusal {}

    @ProblemType(type = "not-started", detail = "This booking has not started yet.")
    record NotStarted() implements BookingRefusal {}

    /** Another member of staff rang the person first, or the booking has changed. */
    @ProblemType(
            type = "nothing-to-follow-up",
            detail =
                    "This person need not be rung any more. Another member of staff may have rung them already. Look at"
                            + " the list again.")
    record NothingToFollowUp() implements BookingRefusal {}

    /** No call to the person is recorded that could be undone. */
    @ProblemType(
            type = "not-followed-up",
            detail = "No call to this person is recorded. Another member of staff may have put them back on the list."
                    + " Look at the list again.")
    record NotFollowedUp() implements BookingRefusal {}

    /** Another member of staff moved the booking to another slot while this request was carried out. */
    @ProblemType(
            type = "moved-meanwhile",
            detail = "Another member of staff has just moved this booking. Look at the day again.")
    record MovedMeanwhile() implements BookingRefusal {}

    /** Another member of staff has changed the booking or the visit since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this booking. Look at it and send the correction again.")
    record StaleVersion(BookingView current) implements BookingRefusal {}
}
