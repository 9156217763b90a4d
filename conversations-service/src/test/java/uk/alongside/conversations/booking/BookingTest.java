package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.NotToday;

class BookingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/London"));

    @Test
    void wasAskedForTodayUnlessSaidOtherwise() {
        assertThat(booking(null).askedOn()).isEqualTo(TODAY);
        assertThat(booking(TODAY.minusDays(9)).askedOn()).isEqualTo("2026-11-15");
    }

    @Test
    void cannotHaveBeenAskedForTomorrow() {
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> booking(TODAY.plusDays(1)))
                .extracting(BookingRefused::reason)
                .isEqualTo(new AskedInTheFuture());
    }

    @Test
    void keepsTheFirstTimeOfArrival() {
        var booking = booking(null);

        booking.checkIn(TODAY, NOW);
        booking.checkIn(TODAY, Clock.offset(NOW, Duration.ofMinutes(5)));

        assertThat(booking.status()).isEqualTo(Booking.Status.ARRIVED);
        assertThat(booking.arrivedAt()).isEqualTo(NOW.instant());
    }

    @Test
    void mayBeCheckedInWithinADay() {
        booking(null).checkIn(TODAY.minusDays(1), NOW);
        booking(null).checkIn(TODAY.plusDays(1), NOW);

        for (var day : new LocalDate[] {TODAY.minusDays(2), TODAY.plusDays(2)}) {
            var booking = booking(null);
            assertThatExceptionOfType(BookingRefused.class)
                    .isThrownBy(() -> booking.checkIn(day, NOW))
                    .extracting(BookingRefused::reason)
                    .isEqualTo(new NotToday(day));
            assertThat(booking.status()).isEqualTo(Booking.Status.EXPECTED);
        }
    }

    private static Booking booking(@Nullable LocalDate askedOn) {
        return new Booking(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), askedOn, NOW);
    }
}
