package uk.alongside.statistics.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.benchmark.CouncilSums;
import uk.alongside.statistics.benchmark.Flags;
import uk.alongside.statistics.benchmark.MedianWait;
import uk.alongside.statistics.benchmark.NoisyCells;
import uk.alongside.statistics.benchmark.OwnPosition;
import uk.alongside.statistics.benchmark.ReleaseCell;
import uk.alongside.statistics.benchmark.Spread;
import uk.alongside.statistics.benchmark.Withheld;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.interval.Interval;

/** Adapters of the figures across councils. */
final class Benchmarks {

    private static final Map<Withheld, String> REASONS = Map.of(
            Withheld.FEWER_THAN_FIVE_CONTRIBUTORS, "fewer than 5 contributors",
            Withheld.PRECISION, "precision",
            Withheld.FEWER_THAN_FIFTEEN_CONTRIBUTORS, "fewer than 15 contributors",
            Withheld.FEWER_THAN_TEN_PRECISE_ENOUGH, "fewer than 10 precise enough",
            Withheld.DIFFERENCES_LIKE_NOISE, "differences can't be told from blur");

    private Benchmarks() {}

    static Object release(JsonNode input, JsonNode expected) {
        var councils = Answers.places(input.path("N"))
                .mapToObj(i -> new CouncilSums(
                        input.path("N").get(i).longValue(),
                        input.path("D").get(i).longValue(),
                        input.path("draws").get(i).intValue()))
                .toList();
        var cells = new NoisyCells(
                input.path("a").intValue(),
                input.path("b").intValue(),
                input.path("s").intValue(),
                input.path("sigma").doubleValue());
        var cell = ReleaseCell.of(councils, cells);
        var answer = Answers.fields();
        answer.put("n", cell.contributors());
        var pooled = cell.pooled();
        if (pooled != null) {
            answer.put("weight_cap", pooled.weightCap());
            answer.put("largest_weight_share", pooled.largestWeightShare());
            answer.put("pooled", pooled.rate());
            answer.put("pooled_privacy_sd", pooled.privacySd());
        }
        status(answer, cell.withheld());
        var release = cell.release();
        if (release != null) {
            answer.put("pooled_privacy_ci95", ends(release.interval()));
            answer.put("contributors_shown", release.contributorsShown());
            answer.put("pooled_shown_percent", release.percent());
            answer.put("eligible_for_distribution", release.precise());
            var spread = release.spread();
            if (spread != null) {
                spread(answer, spread, expected);
            }
            var reason = release.spreadWithheld();
            answer.put("distribution", reason == null ? "released" : "withheld");
            if (reason != null) {
                answer.put("distribution_reason", REASONS.get(reason));
            }
        }
        return answer;
    }

    private static void spread(Map<String, @Nullable Object> answer, Spread spread, JsonNode expected) {
        answer.put("phi", spread.phi());
        answer.put("tau2", spread.tau2());
        answer.put("tau2_flag", spread.tau2Flag());
        answer.put("spread_factor", spread.factor());
        if (!spread.quantiles().isEmpty()) {
            answer.put("quantiles", spread.quantiles());
            answer.put("quantiles_shown_percent", spread.quantilesShown());
        }
        var rows = new ArrayList<Object>();
        for (var row : expected.path("funnel_limits").path("rows")) {
            var size = row.get(0).longValue();
            var ninetyFive = spread.limits(size, Confidence.NINETY_FIVE);
            var outer = spread.limits(size, Confidence.NINETY_NINE_POINT_EIGHT);
            rows.add(List.of(size, ninetyFive.lower(), ninetyFive.upper(), outer.lower(), outer.upper()));
        }
        answer.put(
                "funnel_limits",
                Map.of("columns", List.of("D", "lower95", "upper95", "lower998", "upper998"), "rows", rows));
    }

    static Object median(JsonNode input, JsonNode expected) {
        var councils = new ArrayList<MedianWait.Cells>();
        for (var i = 0; i < input.path("cells").size(); i++) {
            councils.add(new MedianWait.Cells(
                    Answers.longs(input.path("cells").get(i)).boxed().toList(),
                    input.path("draws").get(i).intValue()));
        }
        var bands = input.path("bands")
                .valueStream()
                .map(band -> new MedianWait.Band(
                        band.get(0).intValue(),
                        band.get(1).isNull() ? null : band.get(1).intValue()))
                .toList();
        var wait = MedianWait.of(councils, bands, input.path("sigma").doubleValue());
        var answer = Answers.fields();
        answer.put("n", wait.contributors());
        if (wait.privacySd() != null) {
            answer.put("cumulative_share", wait.shares());
            answer.put("share_privacy_sd", wait.privacySd());
        }
        if (wait.interval() != null) {
            answer.put("median_days", wait.median());
            answer.put("median_privacy_ci95", ends(wait.interval()));
        }
        status(answer, wait.withheld());
        if (wait.withheld() == null) {
            answer.put("shown", shown(wait, bands));
        }
        return answer;
    }

    private static String shown(MedianWait wait, List<MedianWait.Band> bands) {
        if (wait.isInOpenBand()) {
            return "over " + (bands.getLast().first() - 1) + " days";
        }
        var days = wait.shownDays().orElseThrow();
        return days == 0 ? "same day" : days == 1 ? "1 day" : days + " days";
    }

    static Object flags(JsonNode input, JsonNode expected) {
        var measures = input.path("measures")
                .valueStream()
                .map(measure -> new Flags.Measure(
                        measure.path("x").longValue(),
                        measure.path("n").longValue(),
                        measure.path("pooled").doubleValue(),
                        measure.path("pooled_privacy_sd").doubleValue(),
                        Answers.nullable(measure.path("tau2_flag")),
                        measure.path("m").intValue(0)))
                .toList();
        var flags = Flags.of(measures, input.path("q").doubleValue());
        var answer = Answers.fields();
        answer.put("compared", flags.compared());
        answer.put("threshold", flags.threshold());
        answer.put("measures", flags.results().stream().map(Benchmarks::result).toList());
        return answer;
    }

    private static Object result(Flags.Result result) {
        var answer = Answers.fields();
        var flag = result.flag();
        answer.put("z", result.z());
        answer.put("p", result.p());
        answer.put("flag", flag == null ? null : flag.name().toLowerCase(Locale.ROOT));
        return answer;
    }

    static Object ownPosition(JsonNode input, JsonNode expected) {
        var position = OwnPosition.of(
                input.path("x").longValue(),
                input.path("n").longValue(),
                input.path("q1").doubleValue(),
                input.path("median").doubleValue(),
                input.path("q3").doubleValue());
        var place = position.place();
        var answer = Answers.fields();
        answer.put("quarters", position.quarters());
        answer.put("run", place.map(run -> List.of(run.first(), run.last())).orElse(null));
        answer.put("probability", place.map(OwnPosition.Place::probability).orElse(null));
        answer.put("shown_percent", place.map(OwnPosition.Place::shownPercent).orElse(null));
        return answer;
    }

    private static void status(Map<String, @Nullable Object> answer, @Nullable Withheld reason) {
        answer.put("status", reason == null ? "released" : "withheld");
        if (reason != null) {
            answer.put("reason", REASONS.get(reason));
        }
    }

    private static List<@Nullable Double> ends(Interval interval) {
        return Arrays.asList(interval.lower(), interval.upper());
    }
}
