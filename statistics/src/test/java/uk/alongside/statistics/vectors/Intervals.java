package uk.alongside.statistics.vectors;

import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.interval.ByarInterval;
import uk.alongside.statistics.interval.PoissonInterval;
import uk.alongside.statistics.interval.WilsonInterval;

/** Adapters of the confidence intervals. */
final class Intervals {

    private Intervals() {}

    static Object wilson(JsonNode input, JsonNode expected) {
        var x = input.path("x").doubleValue();
        var n = input.path("n").doubleValue();
        var answer = Answers.interval(WilsonInterval.of(x, n, confidence(input)));
        if (expected.has("value")) {
            answer.put("value", n == 0 ? null : x / n);
        }
        return answer;
    }

    static Object byar(JsonNode input, JsonNode expected) {
        return Answers.interval(ByarInterval.of(input.path("x").doubleValue(), confidence(input)));
    }

    static Object poissonExact(JsonNode input, JsonNode expected) {
        return Answers.interval(PoissonInterval.of(input.path("x").doubleValue(), confidence(input)));
    }

    private static double confidence(JsonNode input) {
        return input.path("confidence").doubleValue();
    }
}
