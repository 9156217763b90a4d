package uk.alongside.conversations.rebooking;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.rebooking.RebookingRefusal.ChosenPlaceTaken;
import uk.alongside.conversations.rebooking.RebookingRefusal.PreviewOutdated;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.slot.SlotTime;

/** A member's choices for affected bookings. A booking without a choice is treated as the preview shows. */
@Schema(name = "BookingChoices")
public record BookingChoices(
        @Size(max = 1000) List<@Valid @NotNull Move> moves,
        @Size(max = 1000) List<@NotNull BookingId> cancellations) {

    public static final BookingChoices NONE = new BookingChoices(List.of(), List.of());

    public BookingChoices(@Nullable List<Move> moves, @Nullable List<BookingId> cancellations) {
        this.moves = moves == null ? List.of() : List.copyOf(moves);
        this.cancellations = cancellations == null ? List.of() : List.copyOf(cancellations);
    }

    /** The place that was chosen for a booking: one of the places that the preview offered. */
    @Schema(name = "ChosenPlace")
    public record Move(
            @NotNull BookingId bookingId,
            @NotNull SessionId sessionId,
            @NotNull Instant startsAt) {}

    /** Returns the sessions that have a chosen place, so that their slots are locked together with all others. */
    public Set<UUID> sessions() {
        return moves.stream().map(move -> move.sessionId().value()).collect(toSet());
    }

    /** Returns the bookings that the member chose to cancel. */
    public Set<BookingId> cancelled() {
        return Set.copyOf(cancellations);
    }

    /** Rejects choices for a booking that is not among these, and two choices for one booking. */
    public void check(Collection<BookingId> affected) {
        var seen = new HashSet<BookingId>();
        var chosen = Stream.concat(moves.stream().map(Move::bookingId), cancellations.stream());
        if (!chosen.allMatch(booking -> affected.contains(booking) && seen.add(booking))) {
            throw new PreviewOutdated().refused();
        }
    }

    /** Returns the chosen slot of each booking that moves, or rejects a place that is not among these slots. */
    public Map<BookingId, SlotTime> places(Collection<SlotTime> slots) {
        return moves.stream()
                .collect(toMap(
                        Move::bookingId,
                        move -> slots.stream()
                                .filter(slot ->
                                        slot.session().equals(move.sessionId().value())
                                                && slot.startsAt().equals(move.startsAt()))
                                .findFirst()
                                .orElseThrow(() -> new ChosenPlaceTaken().refused())));
    }
}
