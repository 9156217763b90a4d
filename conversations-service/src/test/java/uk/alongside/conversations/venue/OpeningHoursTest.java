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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9am-5pm",
                "9am to 5pm",
                "9.00am – 5.00pm",
                "09:00:00-17:00:00",
                "9 a.m. - 5 p.m.",
                "9:00 until 17.00",
                "9AM-5PM"
            })
    void areReadAsPeopleWriteThem(String text) {
        assertThat(OpeningHours.parse(MONDAY, text)).contains(List.of(opening(9, 0, 17, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Closed", "closed", "CLOSED", "-", "n/a"})
    void areEmptyOnAClosedDay(String text) {
        assertThat(OpeningHours.parse(MONDAY, text)).contains(List.of());
    }

    @Test
    void mayNameMiddayAndMidnight() {
        assertThat(OpeningHours.parse(MONDAY, "12am-12pm")).contains(List.of(opening(0, 0, 12, 0)));
        assertThat(OpeningHours.parse(MONDAY, "noon to midnight")).contains(List.of(opening(12, 0, 0, 0)));
    }

    @Test
    void mayHaveABreakAtLunch() {
        assertThat(OpeningHours.parse(MONDAY, "9am-1pm and 2pm-5pm"))
                .contains(List.of(opening(9, 0, 13, 0), opening(14, 0, 17, 0)));
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
            strings = {
                "00:00",
                "10-5",
                "25:00-26:00",
                "10:00-10:00",
                "10:00-",
                "9-5pm",
                "13pm-14pm",
                "10:00-17:00,",
                "10:0-17:00",
                "10:00-12:00,11:00-13:00",
                "24 hours"
            })
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
