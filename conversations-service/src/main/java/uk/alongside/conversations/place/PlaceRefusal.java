package uk.alongside.conversations.place;

import static org.springframework.http.HttpStatus.GONE;

import java.util.List;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a slot has no place, or no further one. */
public sealed interface PlaceRefusal extends Refusal {

    /** Every place in the slot is taken. The alternatives are the nearest slots with a place left. */
    @ProblemType(type = "slot-full", detail = "The last place in this slot has gone. Choose another slot.")
    record SlotFull(List<FreeSlot> alternatives) implements PlaceRefusal {}

    /** The hub closed for the slot's day after the session was planned. */
    @ProblemType(type = "hub-closed", detail = "No place can be booked on a day that is closed. Choose another day.")
    record HubClosed(List<FreeSlot> alternatives) implements PlaceRefusal {}

    /** The session was cancelled, or moved to other times. */
    @ProblemType(type = "slot-withdrawn", detail = "This session was changed or cancelled. Choose another slot.")
    record SlotWithdrawn(List<FreeSlot> alternatives) implements PlaceRefusal {}

    /** The slot's time has passed. */
    @ProblemType(type = "slot-over", detail = "This slot is over. Choose another slot.")
    record SlotOver(List<FreeSlot> alternatives) implements PlaceRefusal {}

    /** The hold's ten minutes have passed, or the hold never belonged to this member. */
    @ProblemType(
            status = GONE,
            type = "hold-expired",
            detail = "This place was kept for ten minutes, which have passed. Choose a slot again.")
    record HoldExpired(List<FreeSlot> alternatives) implements PlaceRefusal {}

    @ProblemType(type = "no-more-places", detail = "This slot cannot have more places.")
    record NoMorePlaces() implements PlaceRefusal {}
}
