package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.booking.BookingPolicy.Attempt;
import uk.alongside.conversations.booking.BookingPolicy.OtherBooking;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.Overlap;
import uk.alongside.conversations.booking.BookingRefusal.OverlappingBooking;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.place.PlaceRefusal.HubClosed;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.problem.Refused;

class BookingPolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final SlotTime SLOT = slot("10:00", "10:45");

    @Test
    void aPlaceIsTakenWhenNoRuleIsBroken() {
        assertThatCode(() -> BookingPolicy.check(attempt(TODAY, List.of(), true, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void theDayOnWhichAPersonAskedIsNotInTheFuture() {
        assertThat(refusal(attempt(TODAY.plusDays(1), List.of(), true, false))).isEqualTo(new AskedInTheFuture());
    }

    @Test
    void aPersonHasOnePlaceInASlotEvenWhenItIsFullAndTheOverlapConfirmed() {
        assertThat(refusal(attempt(null, List.of(other(SLOT, false)), false, true)))
                .isEqualTo(new AlreadyBooked());
    }

    @Test
    void aFullSlotIsFullBeforeAnOverlapIsAskedAbout() {
        assertThat(refusal(attempt(null, List.of(other(slot("10:15", "11:00"), true)), false, false)))
                .isEqualTo(new SlotFull(List.of()));
    }

    @Test
    void anOverlappingBookingAtAnotherHubHasToBeConfirmed() {
        var other = other(slot("10:30", "11:15"), true);

        assertThat(refusal(attempt(null, List.of(other), true, false)))
                .isEqualTo(new OverlappingBooking(List.of(other.overlap())));
        assertThatCode(() -> BookingPolicy.check(attempt(null, List.of(other), true, true)))
                .doesNotThrowAnyException();
    }

    @Test
    void aBookingThatEndsWhenTheSlotStartsDoesNotOverlap() {
        assertThatCode(() -> BookingPolicy.check(attempt(
                        null,
                        List.of(other(slot("09:15", "10:00"), true), other(slot("10:45", "11:30"), true)),
                        true,
                        false)))
                .doesNotThrowAnyException();
    }

    @Test
    void aBookingThatIsOverOrWasMissedDoesNotOverlap() {
        assertThatCode(() ->
                        BookingPolicy.check(attempt(null, List.of(other(slot("10:15", "11:00"), false)), true, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void aDayOnWhichTheHubIsClosedIsRefusedEvenWhenTheOverlapIsConfirmed() {
        var closed = new Attempt(SLOT, null, TODAY, () -> new HubClosed(List.of()), List.of(), null, true);

        assertThat(refusal(closed)).isEqualTo(new HubClosed(List.of()));
    }

    private static Object refusal(Attempt attempt) {
        return catchThrowableOfType(Refused.class, () -> BookingPolicy.check(attempt))
                .reason();
    }

    private static Attempt attempt(
            @Nullable LocalDate askedOn, List<OtherBooking> others, boolean taken, boolean confirmed) {
        return new Attempt(SLOT, askedOn, TODAY, null, others, taken ? null : () -> new SlotFull(List.of()), confirmed);
    }

    private static OtherBooking other(SlotTime slot, boolean active) {
        return new OtherBooking(
                new Overlap(UUID.randomUUID(), "Library", slot.date(), slot.starts(), slot.ends()),
                slot.id(),
                slot.startsAt(),
                slot.endsAt(),
                active);
    }

    private static SlotTime slot(String starts, String ends) {
        return new SlotTime(
                new SlotId(UUID.randomUUID()),
                UUID.randomUUID(),
                new HubId(UUID.randomUUID()),
                TODAY,
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                at(starts),
                at(ends),
                2,
                0,
                false);
    }

    private static Instant at(String time) {
        return TODAY.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/London"))
                .toInstant();
    }
}
