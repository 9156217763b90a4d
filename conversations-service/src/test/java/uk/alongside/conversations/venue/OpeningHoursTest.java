package uk.alongside.conversations.venue;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @Test
    void areReadAsCouncilsWriteThem() {
        assertThat(OpeningHours.parse(MONDAY, "10:00-17:00")).contains(List.of(opening(10, 0, 17, 0)));
        assertThat(OpeningHours.parse(MONDAY, "9:30 – 17:00")).contains(List.of(opening(9, 30, 17, 0)));
    }

    @Test
    void mayHaveABreakAtLunch() {
        assertThat(OpeningHours.parse(MONDAY, "10:00-13:00, 14:00-17:00"))
                .contains(List.of(opening(10, 0, 13, 0), opening(14, 0, 17, 0)));
    }

    @Test
    void mayEndAtMidnightOrLater() {
        assertThat(OpeningHours.parse(MONDAY, "10:00-00:00")).contains(List.of(opening(10, 0, 0, 0)));
        assertThat(OpeningHours.parse(MONDAY, "07:00-02:00")).contains(List.of(opening(7, 0, 2, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00:00", "10-5", "25:00-26:00", "10:00-10:00", "10:00-", "closed", "10:00-17:00,", "10:0-17:00"})
    void areNotGuessed(String text) {
        assertThat(OpeningHours.parse(MONDAY, text)).isEmpty();
    }

    @Test
    void comeBackFromTheirRowAsTheyWere() {
        var hours = new OpeningHours(
                List.of(opening(9, 0, 12, 30), new Opening(FRIDAY, LocalTime.of(18, 0), LocalTime.MIDNIGHT)));

        assertThat(OpeningHours.fromStored(hours.stored())).isEqualTo(hours);
        assertThat(OpeningHours.fromStored("")).isEqualTo(new OpeningHours(List.of()));
    }

    private static Opening opening(int hour, int minute, int toHour, int toMinute) {
        return new Opening(MONDAY, LocalTime.of(hour, minute), LocalTime.of(toHour, toMinute));
    }
}
