package uk.alongside.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import uk.alongside.localstack.TestTime;

/**
 * The time of a run, which the services, the browsers and the tests share. The clock ticks at an offset from the
 * machine's clock; {@link Deployment#setClock} sets the offset.
 */
final class TestClock {

    static final ZoneId LONDON = TestTime.LONDON;

    private static volatile Duration offset = Duration.ZERO;

    private TestClock() {}

    static ZonedDateTime now() {
        return Instant.now().plus(offset).atZone(LONDON);
    }

    static Duration offset() {
        return offset;
    }

    static LocalDate today() {
        return now().toLocalDate();
    }

    /**
     * Returns the moment at which every test class starts: the system property {@code alongside.test.clock} or the
     * environment's {@code ALONGSIDE_TEST_CLOCK}, for example {@code 2026-10-25T00:05}, otherwise half past nine on the
     * next working day.
     */
    static LocalDateTime start() {
        return Optional.ofNullable(System.getProperty("alongside.test.clock"))
                .or(() -> Optional.ofNullable(System.getenv("ALONGSIDE_TEST_CLOCK")))
                .filter(moment -> !moment.isBlank())
                .map(LocalDateTime::parse)
                .orElseGet(TestTime::start);
    }

    /** Sets this clock alone and returns its offset. */
    static Duration set(LocalDateTime moment) {
        offset = Duration.between(Instant.now(), moment.atZone(LONDON));
        return offset;
    }

    /** A part of one day. */
    record Span(LocalDate date, LocalTime starts, LocalTime ends) {}

    /**
     * Returns up to three hours of today that began at least twenty minutes ago, or at midnight. The first 45 minutes
     * are not over, and the span ends at midnight at the latest.
     */
    static Span aroundNow() {
        var now = now();
        var begun = now.minusMinutes(20);
        var starts = begun.toLocalDate().equals(now.toLocalDate()) ? quarter(begun.toLocalTime()) : LocalTime.MIDNIGHT;
        var lastStart = LocalTime.of(23, 15);
        if (starts.isAfter(lastStart)) {
            starts = lastStart;
        }
        var ends = starts.isAfter(LocalTime.of(21, 0)) ? LocalTime.MIDNIGHT : starts.plusHours(3);
        return new Span(now.toLocalDate(), starts, ends);
    }

    private static LocalTime quarter(LocalTime time) {
        return LocalTime.of(time.getHour(), time.getMinute() / 15 * 15);
    }
}
