package uk.alongside.conversations.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The T score of Goal Attainment Scaling: 50 if every goal is reached as expected. Kiresuk and Sherman, "Goal attainment
 * scaling: a general method for evaluating comprehensive community mental health programs", Community Mental Health
 * Journal 4 (1968), pages 443 to 453, who propose 0.3 for the correlation between goals.
 */
final class GoalAttainment {

    private static final double CORRELATION = 0.3;
    private static final int DECIMALS = 3;

    private GoalAttainment() {}

    /** Returns the name of the question about a goal. The first goal has the number 0. */
    static String item(int number) {
        return "goal-" + (number + 1);
    }

    /** Returns the T score, or nothing if a goal has no level: a score of some goals says nothing about all of them. */
    static Optional<BigDecimal> of(List<Goal> goals, List<Answer> answers) {
        var attained = IntStream.range(0, goals.size())
                .mapToObj(GoalAttainment::item)
                .flatMap(item -> answers.stream().filter(answer -> answer.item().equals(item)))
                .flatMap(answer -> Optional.ofNullable(answer.value()).stream())
                .map(BigDecimal::intValue)
                .toList();
        if (goals.isEmpty() || attained.size() < goals.size()) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(t(goals.stream().map(Goal::weight).toList(), attained))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static double t(List<Integer> weights, List<Integer> attained) {
        double reached = 0;
        double squares = 0;
        double sum = 0;
        for (int goal = 0; goal < weights.size(); goal++) {
            int weight = weights.get(goal);
            reached += weight * attained.get(goal);
            squares += weight * weight;
            sum += weight;
        }
        return 50 + 10 * reached / Math.sqrt((1 - CORRELATION) * squares + CORRELATION * sum * sum);
    }
}
