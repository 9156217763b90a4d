package uk.alongside.statistics.vectors;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.funnel.ExactFunnel;
import uk.alongside.statistics.funnel.FunnelLimits;
import uk.alongside.statistics.funnel.Overdispersion;
import uk.alongside.statistics.funnel.Scale;
import uk.alongside.statistics.interval.PoissonInterval;

/** Adapters of funnels, with and without overdispersion. */
final class Funnels {

    private Funnels() {}

    static Object exact(JsonNode input, JsonNode expected) {
        if (input.has("expected")) {
            return intervalType(input.path("expected"));
        }
        var rate = input.path("theta").doubleValue();
        var p = input.path("p").doubleValue();
        var limit = input.path("distribution").stringValue().equals("binom")
                ? ExactFunnel.binomial(rate, input.path("n").longValue(), p)
                : ExactFunnel.poisson(rate, input.path("n").doubleValue(), p);
        var answer = Answers.fields();
        answer.put("limit", limit.interpolated());
        answer.put("not_interpolated", limit.discrete());
        return answer;
    }

    /** The limits of FunnelPlotR for ratios: the exact interval around the expected events. It prints seven digits. */
    private static Object intervalType(JsonNode events) {
        var answer = Answers.fields();
        for (var confidence : Confidence.values()) {
            var lower = new ArrayList<BigDecimal>();
            var upper = new ArrayList<BigDecimal>();
            for (var expected : Answers.doubles(events)) {
                var limits = aroundExpected(expected, confidence);
                lower.add(new BigDecimal(limits.lower()).round(new MathContext(7)));
                upper.add(new BigDecimal(limits.upper()).round(new MathContext(7)));
            }
            answer.put("lower" + name(confidence), lower);
            answer.put("upper" + name(confidence), upper);
        }
        return answer;
    }

    static Object overdispersion(JsonNode input, JsonNode expected) {
        var proportions = input.path("data_type").stringValue().equals("PR");
        var truncated = input.path("sr_method").asString("").equals("SHMI");
        var scale = proportions ? Scale.ARCSINE : truncated ? Scale.LOGARITHM : Scale.SQUARE_ROOT;
        var units = input.path("units");
        var numerators = units.valueStream()
                .mapToDouble(unit -> unit.path("numerator").doubleValue())
                .toArray();
        var sizes = units.valueStream()
                .mapToDouble(unit -> unit.path("denominator").doubleValue())
                .toArray();
        var target = proportions
                ? Arrays.stream(numerators).sum() / Arrays.stream(sizes).sum()
                : 1;
        var values =
                Answers.places(units).mapToDouble(i -> numerators[i] / sizes[i]).toArray();
        var z = Overdispersion.z(scale, target, values, sizes);
        var found = Overdispersion.of(
                z,
                Arrays.stream(sizes).map(scale::variance).toArray(),
                truncated ? Overdispersion.Extremes.TRUNCATED : Overdispersion.Extremes.WINSORISED,
                input.path("trim_by").doubleValue(0.1));
        var answer = Answers.fields();
        answer.put("n_used", found.used());
        answer.put("phi", Answers.finite(found.phi()));
        answer.put("tau2", Answers.finite(found.tau2()));
        answer.put("target", target);
        answer.put("z", Arrays.stream(z).mapToObj(Answers::finite).toList());
        answer.put(
                "limits",
                expected.path("limits")
                        .valueStream()
                        .map(row -> limits(scale, target, row, found.tau2()))
                        .toList());
        return answer;
    }

    private static Map<String, @Nullable Object> limits(Scale scale, double target, JsonNode row, double tau2) {
        var size = row.path("number_seq").doubleValue();
        var limits = Answers.fields();
        limits.put("number_seq", size);
        for (var confidence : Confidence.values()) {
            // The package's own constants: a difference in the eighth digit shows where a limit is close to 0.
            var z = confidence == Confidence.NINETY_FIVE ? 1.959964 : 3.090232;
            // FunnelPlotR draws the square root's limits on their scale, without squaring them.
            var adjusted = scale == Scale.SQUARE_ROOT
                    ? scale.limitsOnScale(target, size, z, tau2)
                    : scale.limits(target, size, z, tau2);
            var plain = scale == Scale.ARCSINE ? scale.limits(target, size, z, 0) : aroundExpected(size, confidence);
            var name = name(confidence);
            put(
                    limits,
                    "odll" + name,
                    adjusted.lower(),
                    row,
                    scale.limitsOnScale(target, size, z, tau2).lower());
            put(
                    limits,
                    "odul" + name,
                    adjusted.upper(),
                    row,
                    scale.limitsOnScale(target, size, z, tau2).upper());
            put(
                    limits,
                    "ll" + name,
                    plain.lower(),
                    row,
                    scale.limitsOnScale(target, size, z, 0).lower());
            put(
                    limits,
                    "ul" + name,
                    plain.upper(),
                    row,
                    scale.limitsOnScale(target, size, z, 0).upper());
        }
        return limits;
    }

    /**
     * FunnelPlotR does not clip the angle at the largest size for which a limit leaves the scale, so that the sine
     * turns back. There alone, where the product draws 0 or 1, its mirrored value is accepted.
     */
    private static void put(
            Map<String, @Nullable Object> limits, String name, double limit, JsonNode row, double angle) {
        var mirrored = Math.pow(Math.sin(angle), 2);
        var clipped = (limit == 0 && angle < 0) || (limit == 1 && angle > Math.PI / 2);
        var isMirrored = clipped && Math.abs(row.path(name).doubleValue() - mirrored) < 1e-9;
        limits.put(name, isMirrored ? mirrored : limit);
    }

    private static FunnelLimits aroundExpected(double events, Confidence confidence) {
        var interval = PoissonInterval.of(events, 1 - 2 * confidence.tail());
        var lower = interval.lower();
        var upper = interval.upper();
        return new FunnelLimits(
                (lower == null ? Double.NaN : lower) / events, (upper == null ? Double.NaN : upper) / events);
    }

    private static String name(Confidence confidence) {
        return confidence == Confidence.NINETY_FIVE ? "95" : "998";
    }
}
