package uk.alongside.statistics.vectors;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.rounding.CountRounding;
import uk.alongside.statistics.summary.Quantiles;

/** Adapters of quantiles and of the rounding of counts. */
final class Summaries {

    private Summaries() {}

    /**
     * The product has type 7 only. Files also hold types 6 and 8, so that the right type can be seen to be in use: for
     * these the definition is computed here, and the product must differ from it wherever type 7 does.
     */
    static Object quantiles(JsonNode input, JsonNode expected) {
        var x = Answers.doubles(input.path("x"));
        var type = input.path("type").intValue(7);
        return Arrays.stream(Answers.doubles(input.path("probs")))
                .map(p -> {
                    var product = Quantiles.of(x, p);
                    var seven = byDefinition(x, p, 7);
                    if (Math.abs(product - seven) > 1e-9 * Math.max(1, Math.abs(seven))) {
                        throw new IllegalStateException("Type 7 at " + p + " is " + seven + ", not " + product);
                    }
                    return type == 7 ? product : byDefinition(x, p, type);
                })
                .boxed()
                .toList();
    }

    static Object rounding(JsonNode input, JsonNode expected) {
        var count = input.longValue();
        var answer = Answers.fields();
        answer.put("nearest5", CountRounding.toNearestFive(count));
        answer.put("opensafely_redact7_round5", nullable(CountRounding.withoutOneToSeven(count)));
        answer.put("midpoint6", CountRounding.toMidpointOfSix(count));
        answer.put("nhs_england_subnational", CountRounding.asNhsEngland(count));
        answer.put("ons_10_5", nullable(CountRounding.withoutBelowTen(count)));
        answer.keySet().removeIf(rule -> !expected.has(rule));
        return answer;
    }

    private static double byDefinition(double[] values, double p, int type) {
        var sorted = Arrays.stream(values).sorted().toArray();
        var n = sorted.length;
        var place = switch (type) {
            case 6 -> (n + 1) * p;
            case 7 -> (n - 1) * p + 1;
            case 8 -> (n + 1 / 3.0) * p + 1 / 3.0;
            default -> throw new IllegalArgumentException("No quantile of type " + type);
        };
        var inside = Math.clamp(place, 1, n);
        var below = (int) Math.floor(inside + 4e-16 * n);
        return below >= n ? sorted[n - 1] : sorted[below - 1] + (inside - below) * (sorted[below] - sorted[below - 1]);
    }

    private static @Nullable Long nullable(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
