package uk.alongside.conversations.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalAttainmentTest {

    /** Each goal is written as its weight and the level that was attained. */
    @ParameterizedTest
    @CsvSource({
        "1:1, 60.000",
        "1:-2, 30.000",
        "1:1 1:0, 56.202",
        "1:1 1:1 1:1, 63.693",
        "2:1 1:-1, 54.016",
        "1:0 3:0, 50.000"
    })
    void isScoredAsByKiresukAndSherman(String goals, BigDecimal expected) {
        var set = new ArrayList<Goal>();
        var answers = new ArrayList<Answer>();
        for (var goal : goals.split(" ", -1)) {
            var parts = goal.split(":", -1);
            answers.add(new Answer(GoalAttainment.item(set.size()), new BigDecimal(parts[1]), null));
            set.add(goal(Integer.parseInt(parts[0])));
        }

        assertThat(GoalAttainment.of(set, answers)).contains(expected);
    }

    @Test
    void hasNoScoreWhileAGoalHasNoLevel() {
        var answers = List.of(new Answer("goal-1", BigDecimal.ONE, null), Answer.notAsked("goal-2"));

        assertThat(GoalAttainment.of(List.of(goal(1), goal(1)), answers)).isEmpty();
        assertThat(GoalAttainment.of(List.of(), List.of())).isEmpty();
    }

    private static Goal goal(int weight) {
        return new Goal("Walk to the library", weight, Collections.nCopies(5, ""));
    }
}
