package uk.alongside.conversations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BankHolidaysTest {

    @ParameterizedTest
    @EnumSource(Nation.class)
    void areThoseOfTheNation(Nation nation) {
        var holidays = new BankHolidays(nation);

        assertThat(holidays.on(LocalDate.parse("2026-12-28"))).contains("Boxing Day (substitute day)");
        assertThat(holidays.on(LocalDate.parse("2027-11-30")).isPresent()).isEqualTo(nation == Nation.SCOTLAND);
        assertThat(holidays.on(LocalDate.parse("2027-03-29")).isPresent()).isEqualTo(nation != Nation.SCOTLAND);
        assertThat(holidays.known(2027)).isTrue();
        assertThat(holidays.known(2040)).isFalse();
    }
}
