package uk.alongside.conversations.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.Count.Values;
import uk.alongside.conversations.insight.Figure.Unit;

class CountTest {

    @ParameterizedTest
    @CsvSource({"8, 16, true", "16, 16, true", "12, 20, true", "7, 16, false", "13, 20, false", "1, 1, false"})
    void showsAPartOnlyIfNeitherItNorTheRestIsFew(long base, long whole, boolean shown) {
        assertThat(count(base).within(count(whole)).value(Unit.PERCENT).isPresent())
                .isEqualTo(shown);
    }

    @Test
    void saysHowManyAreWithheld() {
        var withheld = count(5).within(count(20));

        assertThat(withheld.base()).isZero();
        assertThat(withheld.part()).isZero();
        assertThat(withheld.interval(Unit.PERCENT)).isNull();
        assertThat(withheld.notCounted()).isEqualTo(Map.of(Reason.NOT_ASKED, 3L, Reason.WITHHELD, 5L));
    }

    /** Several units can be of one person, and one person can be in several parts. */
    @ParameterizedTest
    @CsvSource({
        "20, 8, 40, 16, true",
        "20, 7, 40, 16, false",
        "20, 8, 40, 15, false",
        "20, 8, 28, 8, false",
        "20, 8, 20, 8, true"
    })
    void countsPeopleAndNotWhatTheySaid(long base, long people, long whole, long wholePeople, boolean shown) {
        assertThat(count(base, people)
                        .within(count(whole, wholePeople))
                        .value(Unit.PERCENT)
                        .isPresent())
                .isEqualTo(shown);
    }

    private static Count count(long base) {
        return count(base, base);
    }

    private static Count count(long base, long people) {
        return new Count(
                LocalDate.of(2026, 7, 1), "hub", base, 1, 0, people, Values.NONE, Map.of(Reason.NOT_ASKED, 3L));
    }
}
