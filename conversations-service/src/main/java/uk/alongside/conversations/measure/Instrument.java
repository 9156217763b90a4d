package uk.alongside.conversations.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instrument: the questions, how they are scored, and who may use it. Texts are kept by language.
 *
 * @param version rises when the wording or the scoring changes; answers keep the version that was asked
 * @param source where the wording comes from; null if it was written for this product
 * @param intro what is said before the first question; null if nothing is
 */
record Instrument(
        String code,
        int version,
        Map<String, String> name,
        Form form,
        Map<String, String> licence,
        @Nullable String source,
        @Nullable Map<String, String> intro,
        List<Item> items,
        List<Scale> scales) {

    /** The kinds of instruments. */
    enum Form {
        /** The questions are in the product. */
        QUESTIONS,
        /** The person sets goals, and answers say how far each was reached. */
        GOALS,
        /** The questions are licensed, so the product takes only the score. */
        SCORE
    }

    /** Says whether a wording was compared with its source. */
    enum Wording {
        VERIFIED,
        NOT_VERIFIED,
        OURS
    }

    enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    /** The ways to compute a score from answers. */
    enum Method {
        /** The answer to the one question. */
        ANSWER,
        /** The sum of the answers, if every question has one. */
        SUM,
        GOAL_ATTAINMENT
    }

    /**
     * A question.
     *
     * @param decimals how many decimals a value may have; null for whole numbers
     * @param options the answers to choose from; null if any number from min to max is an answer
     */
    record Item(
            String id,
            Map<String, String> text,
            Wording wording,
            BigDecimal min,
            BigDecimal max,
            @Nullable Integer decimals,
            @Nullable List<Option> options) {

        /** Returns whether this is an answer: in the range, and with no more decimals than the item has. */
        boolean accepts(BigDecimal value) {
            return value.compareTo(min) >= 0
                    && value.compareTo(max) <= 0
                    && value.stripTrailingZeros().scale() <= decimalPlaces();
        }

        int decimalPlaces() {
            return decimals == null ? 0 : decimals;
        }
    }

    record Option(BigDecimal value, Map<String, String> text) {}

    /**
     * A score of the instrument.
     *
     * @param min the lowest score; null if the method has none
     * @param minimumImportantChange the smallest change that matters to people; null if the source gives none
     */
    record Scale(
            String id,
            Map<String, String> name,
            Method method,
            List<String> items,
            Direction direction,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal minimumImportantChange) {

        /** Returns the score of these answers, or nothing if an answer that it needs has no value. */
        Optional<BigDecimal> score(List<Goal> goals, List<Answer> answers) {
            if (method == Method.GOAL_ATTAINMENT) {
                return GoalAttainment.of(goals, answers);
            }
            var values = items.stream()
                    .flatMap(item ->
                            answers.stream().filter(answer -> answer.item().equals(item)))
                    .flatMap(answer -> Optional.ofNullable(answer.value()).stream())
                    .toList();
            return values.size() == items.size()
                    ? Optional.of(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    : Optional.empty();
        }
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
