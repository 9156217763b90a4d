package uk.alongside.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightTest {

    private final Night night = new Night(LocalTime.of(3, 15), ZoneId.of("Europe/London"));

    @Test
    void comesOnceInTheNightsOfBothClockChanges() {
        assertThat(next("2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T03:25:00Z");
        assertThat(next("2026-10-25T03:25:00Z")).isEqualTo("2026-10-26T03:25:00Z");
        assertThat(next("2027-03-27T12:00:00Z")).isEqualTo("2027-03-28T02:25:00Z");
        assertThat(next("2027-03-28T02:25:00Z")).isEqualTo("2027-03-29T02:25:00Z");
    }

    @Test
    void passesMidnight() {
        var late = new Night(LocalTime.of(23, 55), ZoneId.of("Europe/London"));

        assertThat(late.after(Duration.ofMinutes(10)).getInitialExecutionTime(Instant.parse("2026-11-29T12:00:00Z")))
                .isEqualTo("2026-11-30T00:05:00Z");
    }

    private Instant next(String now) {
        return night.after(Duration.ofMinutes(10)).getInitialExecutionTime(Instant.parse(now));
    }
}
