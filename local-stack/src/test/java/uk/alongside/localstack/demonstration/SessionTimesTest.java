package uk.alongside.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionTimesTest {

    private static final JsonNode HOURS = JsonMapper.shared().readTree("""
            [{"day": "thursday", "opens": "09:30", "closes": "21:00"},
             {"day": "friday", "opens": "09:30", "closes": "16:00"},
             {"day": "saturday", "opens": "09:30", "closes": "12:30"},
             {"day": "saturday", "opens": "13:30", "closes": "16:30"},
             {"day": "sunday", "opens": "09:30", "closes": "21:00"}]""");

    @Test
    void lieWithinTheOpeningHoursOfTheHub() {
        assertThat(SessionTimes.of(DayOfWeek.THURSDAY, HOURS)).hasSize(3);
        assertThat(SessionTimes.of(DayOfWeek.FRIDAY, HOURS))
                .extracting(each -> each.ends().toString())
                .containsExactly("12:30");
        assertThat(SessionTimes.of(DayOfWeek.SATURDAY, HOURS)).hasSize(2);
        assertThat(SessionTimes.of(DayOfWeek.MONDAY, HOURS)).isEmpty();
    }

    @Test
    void areNeverOnASunday() {
        assertThat(SessionTimes.of(DayOfWeek.SUNDAY, HOURS)).isEmpty();
    }

    @Test
    void haveOtherPeopleAtEachHub() {
        var people = IntStream.range(0, 30).mapToObj(String::valueOf).toList();

        for (int turn = 0; turn < 20; turn++) {
            var first = SessionTimes.people(people, 0, turn, 7);
            var second = SessionTimes.people(people, 1, turn, 7);

            assertThat(first).hasSize(7).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
            assertThat(new HashSet<>(second)).hasSize(7);
        }
        assertThat(SessionTimes.people(people, 2, 1, 2)).isEqualTo(List.of("21", "22"));
    }
}
