package uk.alongside.conversations.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.Overlap;
import uk.alongside.conversations.booking.BookingRefusal.OverlappingBooking;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.problem.Refusal;

/**
 * The rules for taking a place, in the order in which they are checked. To add a rule, add a method here, an entry in
 * the list and a refusal.
 *
 * <p>The caller holds the locks of the person and of the slot, so that two requests for the same person, or for the
 * last place, are checked one after the other.
 */
final class BookingPolicy {

    private static final List<Function<Attempt, @Nullable Refusal>> RULES = List.of(
            BookingPolicy::askedTodayOrBefore,
            BookingPolicy::theHubIsOpen,
            BookingPolicy::onceInASlot,
            BookingPolicy::aPlaceIsLeft,
            BookingPolicy::overlapIsConfirmed);

    private BookingPolicy() {}

    /**
     * The facts against which the rules are checked.
     *
     * @param closedDay the refusal if the hub closed for the slot's day after its session was planned, or null if it is
     *     open
     * @param others the person's other bookings that are not cancelled, at any hub of the council
     * @param noPlaceLeft the refusal if no place could be taken, or null if one is taken
     * @param overlapConfirmed whether the member of staff has seen that the person is booked elsewhere at this time
     */
    record Attempt(
            SlotTime slot,
            @Nullable LocalDate askedOn,
            LocalDate today,
            @Nullable Supplier<? extends Refusal> closedDay,
            List<OtherBooking> others,
            @Nullable Supplier<? extends Refusal> noPlaceLeft,
            boolean overlapConfirmed) {}

    /** Another booking of the same person. A booking is active while it is expected or under way. */
    record OtherBooking(Overlap overlap, SlotId slot, Instant startsAt, Instant endsAt, boolean active) {

        private boolean overlaps(SlotTime other) {
            return startsAt.isBefore(other.endsAt()) && other.startsAt().isBefore(endsAt);
        }
    }

    /** Rejects the attempt with the first rule that it breaks. */
    static void check(Attempt attempt) {
        for (var rule : RULES) {
            var refusal = rule.apply(attempt);
            if (refusal != null) {
                throw refusal.refused();
            }
        }
    }

    private static @Nullable Refusal askedTodayOrBefore(Attempt attempt) {
        var askedOn = attempt.askedOn();
        return askedOn != null && askedOn.isAfter(attempt.today()) ? new AskedInTheFuture() : null;
    }

    private static @Nullable Refusal theHubIsOpen(Attempt attempt) {
        var refusal = attempt.closedDay();
        return refusal == null ? null : refusal.get();
    }

    private static @Nullable Refusal onceInASlot(Attempt attempt) {
        return isIn(attempt.slot(), attempt.others()) ? new AlreadyBooked() : null;
    }

    /** Returns whether one of a person's bookings is in this slot. */
    static boolean isIn(SlotTime slot, List<OtherBooking> bookings) {
        return bookings.stream().anyMatch(booking -> booking.slot().equals(slot.id()));
    }

    /** Returns whether one of a person's bookings that are not over is at the time of this slot. */
    static boolean overlapsAny(SlotTime slot, List<OtherBooking> bookings) {
        return bookings.stream().anyMatch(booking -> booking.active() && booking.overlaps(slot));
    }

    private static @Nullable Refusal aPlaceIsLeft(Attempt attempt) {
        var refusal = attempt.noPlaceLeft();
        return refusal == null ? null : refusal.get();
    }

    private static @Nullable Refusal overlapIsConfirmed(Attempt attempt) {
        if (attempt.overlapConfirmed()) {
            return null;
        }
        var overlaps = attempt.others().stream()
                .filter(other -> other.active() && other.overlaps(attempt.slot()))
                .map(OtherBooking::overlap)
                .toList();
        return overlaps.isEmpty() ? null : new OverlappingBooking(overlaps);
    }
}
