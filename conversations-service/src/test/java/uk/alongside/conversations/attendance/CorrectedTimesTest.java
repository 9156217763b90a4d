package uk.alongside.conversations.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;
import uk.alongside.conversations.attendance.Recorded.Status;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refused;

class CorrectedTimesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-07-01T11:00:00Z"), ZoneId.of("Europe/London"));
    private static final Recorded EXPECTED = new Recorded(Status.EXPECTED, null, null, null);

    @Test
    void areOnTheDayOfTheVisitByTheClockOfTheHub() {
        var corrected = times("10:05", "10:15", "11:59").applyTo(EXPECTED, Status.FINISHED, DAY, NOW);

        assertThat(corrected)
                .isEqualTo(new Recorded(
                        Status.FINISHED,
                        Instant.parse("2026-07-01T09:05:00Z"),
                        Instant.parse("2026-07-01T09:15:00Z"),
                        Instant.parse("2026-07-01T10:59:00Z")));
    }

    @Test
    void stayAsTheyWereRecordedWhereTheyAreLeftOutOrTheSameMinute() {
        var arrived = Instant.parse("2026-07-01T09:05:17Z");
        var started = Instant.parse("2026-07-01T09:15:42Z");
        var before = new Recorded(Status.IN_CONVERSATION, arrived, started, null);

        assertThat(times("10:05", null, null).applyTo(before, Status.IN_CONVERSATION, DAY, NOW))
                .isEqualTo(before);
        assertThat(times(null, null, null).applyTo(before, Status.ARRIVED, DAY, NOW))
                .isEqualTo(new Recorded(Status.ARRIVED, arrived, null, null));
    }

    @Test
    void areRejectedWhenTheyAreMissingOutOfOrderOrInTheFuture() {
        assertRefused(times(null, null, null), Status.ARRIVED, new WrongTimes());
        assertRefused(times("10:00", null, null), Status.IN_CONVERSATION, new WrongTimes());
        assertRefused(times("10:00", "09:59", null), Status.IN_CONVERSATION, new WrongTimes());
        assertRefused(times("10:00", "10:01", "10:00"), Status.FINISHED, new WrongTimes());
        assertRefused(times("12:01", null, null), Status.ARRIVED, new WrongTimes());
    }

    @Test
    void areRejectedForALaterDay() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> times("10:00", null, null).applyTo(EXPECTED, Status.ARRIVED, DAY.plusDays(1), NOW))
                .extracting(Refused::reason)
                .isEqualTo(new NotToday(DAY.plusDays(1)));
    }

    private static void assertRefused(CorrectedTimes times, Status status, Refusal refusal) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> times.applyTo(EXPECTED, status, DAY, NOW))
                .extracting(Refused::reason)
                .isEqualTo(refusal);
    }

    private static CorrectedTimes times(@Nullable String arrived, @Nullable String started, @Nullable String finished) {
        return new CorrectedTimes(time(arrived), time(started), time(finished));
    }

    private static @Nullable LocalTime time(@Nullable String time) {
        return time == null ? null : LocalTime.parse(time);
    }
}
