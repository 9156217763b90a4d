package uk.alongside.conversations.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.alongside.conversations.session.SlotTime;

/** Every reason for which a booking or a change of one is turned down. */
public sealed interface BookingRefusal {

    record NoSuchSlot(UUID slot) implements BookingRefusal {}

    record NoSuchPerson(UUID person) implements BookingRefusal {}

    record NoSuchBooking(UUID booking) implements BookingRefusal {}

    record NoSuchHub(UUID hub) implements BookingRefusal {}

    record SlotFull(List<SlotTime> alternatives) implements BookingRefusal {}

    record SlotOver(List<SlotTime> alternatives) implements BookingRefusal {}

    record NoSuchWalkIn(UUID walkIn) implements BookingRefusal {}

    record NoSuchHold(UUID hold) implements BookingRefusal {}

    /** It kept a place for ten minutes, which are over, or it was never this member's. */
    record HoldExpired(List<SlotTime> alternatives) implements BookingRefusal {}

    record NoMorePlaces() implements BookingRefusal {}

    record AlreadyBooked() implements BookingRefusal {}

    record AskedInTheFuture() implements BookingRefusal {}

    record NotToday(LocalDate day) implements BookingRefusal {}

    record NotStarted() implements BookingRefusal {}

    /** The booking or walk-in is past that, or not so far; the word is its status now. */
    record WrongStatus(String status) implements BookingRefusal {}

    /** Somebody moved the booking to another slot while this was being done. */
    record MovedMeanwhile() implements BookingRefusal {}

    record TooLateToUndo() implements BookingRefusal {}
}
