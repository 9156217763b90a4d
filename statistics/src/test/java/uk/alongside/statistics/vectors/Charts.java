package uk.alongside.statistics.vectors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.chart.Assurance;
import uk.alongside.statistics.chart.Improvement;
import uk.alongside.statistics.chart.RunRules;
import uk.alongside.statistics.chart.Signal;
import uk.alongside.statistics.chart.SpecialCauseRules;
import uk.alongside.statistics.chart.Variation;
import uk.alongside.statistics.chart.XmrChart;
import uk.alongside.statistics.chart.XmrLimits;

/** Adapters of XmR charts and their rules, with the words of NHSRplotthedots. */
final class Charts {

    private static final Map<Signal, String> SIGNALS = Map.of(
            Signal.ABOVE_UPPER_LIMIT, "Above UCL",
            Signal.BELOW_LOWER_LIMIT, "Below LCL",
            Signal.RISING_TREND, "7 Point Trend (Increasing)",
            Signal.FALLING_TREND, "7 Point Trend (Decreasing)",
            Signal.TWO_OF_THREE_ABOVE, "2 in 3 Above CL",
            Signal.TWO_OF_THREE_BELOW, "2 in 3 Below CL",
            Signal.RUN_ABOVE, "7 Points Above CL",
            Signal.RUN_BELOW, "7 Points Below CL",
            Signal.NONE, "Common Cause");

    private Charts() {}

    static Object chart(JsonNode input, JsonNode expected) {
        return input.has("chart") ? unroundedChart(input) : nhsChart(input, expected);
    }

    /** The chart of qicharts2: limits by the unrounded factor, screened, frozen, and the rules of run charts. */
    private static Object unroundedChart(JsonNode input) {
        var y = Answers.doubles(input.path("y"));
        var points = XmrChart.of(
                        y,
                        new XmrChart.Options(
                                List.of(),
                                input.path("freeze").intValue(Integer.MAX_VALUE),
                                XmrLimits.UNROUNDED_FACTOR,
                                true))
                .points();
        var runs = RunRules.of(points.stream().mapToInt(XmrChart.Point::side).toArray());
        var answer = Answers.fields();
        answer.put("cl", points.stream().map(point -> point.limits().mean()).toList());
        answer.put(
                "lcl",
                Arrays.asList(
                        points.stream().map(point -> point.limits().lower()).toArray()));
        answer.put(
                "ucl",
                Arrays.asList(
                        points.stream().map(point -> point.limits().upper()).toArray()));
        answer.put("sigma_signal", points.stream().map(XmrChart.Point::outside).toList());
        answer.put("runs_signal", runs.signal());
        answer.put("longest_run", runs.longestRun());
        answer.put("longest_run_max", runs.longestRunLimit());
        answer.put("crossings", runs.crossings());
        answer.put("crossings_min", runs.crossingsLimit());
        return answer;
    }

    private static Object nhsChart(JsonNode input, JsonNode expected) {
        var starts = input.path("rebase_at");
        var options = new XmrChart.Options(
                starts.isNumber()
                        ? List.of(starts.intValue() - 1)
                        : Arrays.stream(Answers.ints(starts))
                                .mapToObj(start -> start - 1)
                                .toList(),
                input.path("fix_after_n_points").intValue(Integer.MAX_VALUE),
                XmrLimits.FACTOR,
                input.path("screen_outliers").booleanValue(false));
        var improvement = improvement(input);
        var points = XmrChart.of(Answers.doubles(input.path("y")), options).points();
        var variations = points.stream()
                .map(point -> Variation.of(point.signal(), improvement))
                .toList();
        var answer = Answers.fields();
        answer.put("rebase_group", points.stream().map(XmrChart.Point::phase).toList());
        answer.put("mean", points.stream().map(point -> point.limits().mean()).toList());
        answer.put(
                "lpl",
                Arrays.asList(
                        points.stream().map(point -> point.limits().lower()).toArray()));
        answer.put(
                "upl",
                Arrays.asList(
                        points.stream().map(point -> point.limits().upper()).toArray()));
        answer.put(
                "outside_limits", points.stream().map(XmrChart.Point::outside).toList());
        answer.put("relative_to_mean", points.stream().map(XmrChart.Point::side).toList());
        answer.put("close_to_limits", points.stream().map(XmrChart.Point::near).toList());
        answer.put(
                "special_cause_type",
                points.stream().map(point -> SIGNALS.get(point.signal())).toList());
        var types = expected.path("point_type");
        answer.put(
                "point_type",
                Answers.places(types)
                        .mapToObj(i -> word(variations.get(i), types.get(i)))
                        .toList());
        answer.put("variation_icon_last_point", word(variations.getLast(), expected.path("variation_icon_last_point")));
        answer.put("assurance", assurance(input, points.getLast().limits(), improvement));
        return answer;
    }

    static @Nullable Object rule(JsonNode input, JsonNode expected) {
        var sides = Answers.ints(input.path("relative_to_mean"));
        return switch (input.path("rule").stringValue()) {
            case "seven_one_side" -> SpecialCauseRules.runs(sides);
            case "seven_trend" -> SpecialCauseRules.trends(Answers.doubles(input.path("y")));
            case "two_in_three" -> twoOfThree(input.path("close_to_limits"), sides, expected);
            case "assurance" ->
                assurance(
                        input,
                        new XmrLimits(
                                0,
                                input.path("lpl").doubleValue(),
                                input.path("upl").doubleValue()),
                        improvement(input));
            default -> throw new IllegalArgumentException("No rule is called so.");
        };
    }

    /** The package marks points below the mean with 1 as well, or with -1: both say the same. */
    private static Object twoOfThree(JsonNode close, int[] sides, JsonNode expected) {
        var near = new boolean[close.size()];
        Answers.places(close)
                .forEach(i -> near[i] = close.get(i).isBoolean()
                        ? close.get(i).booleanValue()
                        : close.get(i).intValue() != 0);
        var marks = SpecialCauseRules.twoOfThree(near, sides);
        var signed = expected.valueStream().anyMatch(mark -> mark.intValue() < 0);
        return Arrays.stream(marks).map(mark -> signed ? mark : Math.abs(mark)).toArray();
    }

    private static Improvement improvement(JsonNode input) {
        return Improvement.valueOf(
                input.path("improvement_direction").stringValue().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String assurance(JsonNode input, XmrLimits limits, Improvement improvement) {
        var target = Answers.nullable(input.path("target"));
        return target == null
                ? null
                : Assurance.of(target, limits, improvement)
                        .map(found -> found.name().toLowerCase(Locale.ROOT))
                        .orElse(null);
    }

    /** Words a special cause where neither direction is better, files may or may not add the direction to the word. */
    private static String word(Variation variation, JsonNode expected) {
        return switch (variation) {
            case COMMON_CAUSE -> "common_cause";
            case IMPROVEMENT -> "special_cause_improvement";
            case CONCERN -> "special_cause_concern";
            case NEUTRAL_HIGH -> neutral("_high", expected);
            case NEUTRAL_LOW -> neutral("_low", expected);
        };
    }

    private static String neutral(String direction, JsonNode expected) {
        var word = "special_cause_neutral";
        return word.equals(expected.asString("")) ? word : word + direction;
    }
}
