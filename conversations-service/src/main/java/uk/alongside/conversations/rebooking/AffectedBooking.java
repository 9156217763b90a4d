package uk.alongside.conversations.rebooking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotTime;

/** A booking that a change of sessions or a closure affects, as the API shows it. */
@Schema(name = "AffectedBooking")
public record AffectedBooking(
        BookingId bookingId,

        @Nullable @Schema(description = "Absent if the caller may not read people")
        PersonId personId,

        @Nullable @Schema(description = "Absent if the caller may not read people")
        String personName,

        LocalDate date,
        LocalTime starts,

        @Schema(description = "What happens to the booking if nothing is chosen for it")
        Outcome outcome,

        @Nullable @Schema(description = "The place to which the booking moves; absent unless it moves")
        OfferedPlace movedTo,

        @Schema(
                description = "Other free places at the hub, the nearest first; five at most. The first places of"
                        + " bookings that do not move are different ones. A preview offers them")
        List<OfferedPlace> offers) {

    /** The outcome of a change for a booking. */
    public enum Outcome {
        MOVED,
        CANCELLED,
        KEPT
    }

    public static AffectedBooking of(
            ActiveBooking booking,
            SlotTime was,
            Outcome outcome,
            @Nullable SlotTime movedTo,
            Map<PersonId, String> names,
            List<OfferedPlace> offers) {
        var name = names.get(booking.person());
        return new AffectedBooking(
                booking.id(),
                name == null ? null : booking.person(),
                name,
                was.date(),
                was.starts(),
                outcome,
                movedTo == null ? null : OfferedPlace.of(movedTo),
                offers);
    }

    /** Leaves the name out, because records are written to logs. */
    @Override
    public String toString() {
        return "AffectedBooking[bookingId=" + bookingId + "]";
    }
}
