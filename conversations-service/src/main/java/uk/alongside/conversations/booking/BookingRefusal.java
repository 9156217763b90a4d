package uk.alongside.conversations.booking;

import uk.alongside.conversations.place.FreeSlot;

import static org.springframework.http.HttpStatus.GONE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a booking, a hold, a walk-in or a change of one is rejected. */
public sealed interface BookingRefusal extends Refusal {

    /** Every place in the slot is taken. The alternatives are the nearest slots with a place left. */
    @ProblemType(type = "slot-full", detail = "The last place in this slot has gone. Choose another slot.")
    record SlotFull(List<FreeSlot> alternatives) implements BookingRefusal {}

    /** The slot's time has passed. */
    @ProblemType(type = "slot-over", detail = "This slot is over. Choose another slot.")
    record SlotOver(List<FreeSlot> alternatives) implements BookingRefusal {}

    /** The hold's ten minutes have passed, or the hold never belonged to this member. */
    @ProblemType(
            status = GONE,
            type = "hold-expired",
            detail = "This place was kept for ten minutes, which have passed. Choose a slot again.")
    record HoldExpired(List<FreeSlot> alternatives) implements BookingRefusal {}

    @ProblemType(type = "no-more-places", detail = "This slot cannot have more places.")
    record NoMorePlaces() implements BookingRefusal {}

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

    @ProblemType(type = "not-started", detail = "This booking has not started yet.")
    record NotStarted() implements BookingRefusal {}

    /** Another member of staff moved the booking to another slot while this request was carried out. */
    @ProblemType(
            type = "moved-meanwhile",
            detail = "Another member of staff has just moved this booking. Look at the day again.")
    record MovedMeanwhile() implements BookingRefusal {}
}
