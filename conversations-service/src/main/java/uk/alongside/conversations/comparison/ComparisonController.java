package uk.alongside.conversations.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.comparison.Comparison.Measure;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.UnknownIsNotFound;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.benchmark.OwnPosition.Place;
import uk.alongside.statistics.chart.Improvement;
import uk.alongside.statistics.interval.WilsonInterval;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.Split;

@RestController
@RequestMapping("/api/comparisons")
@PreAuthorize("hasAuthority('figures:read')")
@Tag(name = "Comparisons")
class ComparisonController {

    private static final int PAGE = 100;
    private static final double CONFIDENCE = 0.95;

    private final ComparisonService comparisons;

    ComparisonController(ComparisonService comparisons) {
        this.comparisons = comparisons;
    }

    @Schema(name = "BenchmarkQuarter")
    record QuarterView(
            @Schema(description = "The first day of the quarter")
            LocalDate from,

            LocalDate to,
            LocalDate madeOn) {}

    @Schema(name = "ComingBenchmark")
    record ComingView(
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day on which the benchmark of this quarter is made")
            LocalDate comesOn) {}

    @Schema(name = "OwnComparison", description = "What the council has itself")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnComparisonView(
            @Schema(description = "Whether the council shares its figures")
            boolean shares,

            @Nullable @Schema(description = "The day of the first finished conversation; absent if there is none")
            LocalDate since,

            @Nullable
            @Schema(
                    description = "The day from which the council has three months of figures; absent if that day is"
                            + " past, or if there is no conversation")
            LocalDate comparableFrom) {

        static OwnComparisonView of(ComparisonService.Own own) {
            return new OwnComparisonView(own.shares(), own.since(), own.comparableFrom());
        }
    }

    @Schema(name = "BenchmarkQuarterList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuarterList(List<QuarterView> items, @Nullable LocalDate next, ComingView coming, OwnComparisonView own) {}

    @Schema(name = "OwnRate", description = "The council's own rate, exact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnView(
            @Schema(description = "People in the rate") long x,

            @Schema(description = "People among whom they are counted")
            long n,

            @Nullable @Schema(description = "Absent if no person is counted")
            BigDecimal percent,

            @Nullable @Schema(description = "The lower end of the 95 % interval of chance, in percent")
            BigDecimal lower,

            @Nullable BigDecimal upper) {

        static OwnView of(OwnFigures.Own own) {
            var range = WilsonInterval.of((double) own.x(), (double) own.n(), CONFIDENCE);
            return new OwnView(
                    own.x(),
                    own.n(),
                    own.n() == 0 ? null : whole((double) own.x() / own.n()),
                    whole(range.lower()),
                    whole(range.upper()));
        }
    }

    @Schema(name = "BenchmarkRate", description = "The rate of all councils of the pool together, in percent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PooledView(
            @Nullable BigDecimal percent,

            @Nullable @Schema(description = "The lower end of the 95 % interval of the noise")
            BigDecimal lower,

            @Nullable BigDecimal upper,
            @Nullable String withheld) {}

    @Schema(name = "BenchmarkQuartiles", description = "In whole percent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuartilesView(
            @Nullable BigDecimal lower,
            @Nullable BigDecimal median,
            @Nullable BigDecimal upper,
            @Nullable String withheld) {}

    @Schema(
            name = "OwnPlace",
            description = "The quarters of all councils in which the own rate most likely is, from 1 (the lowest) to 4")
    record PlaceView(
            int first,
            int last,

            @Schema(description = "How likely, rounded down to 5 percent")
            int percent) {

        static PlaceView of(Place place) {
            return new PlaceView(place.first(), place.last(), place.shownPercent());
        }
    }

    @Schema(name = "ComparedRate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeasureView(
            Rate rate,

            @Schema(description = "The direction in which the rate gets better")
            Improvement better,

            OwnView own,
            PooledView pooled,

            @Nullable @Schema(description = "Absent if the rate of the pool is withheld")
            QuartilesView quartiles,

            @Nullable @Schema(description = "Absent if it cannot be told")
            PlaceView place,

            @Nullable
            @Schema(
                    description =
                            "Whether the own rate is further from the others than chance, noise and the usual spread"
                                    + " explain. Absent if it cannot be compared")
            Flag flag) {

        static MeasureView of(Measure measure) {
            var pooled = measure.pooled();
            var differences = Optional.ofNullable(pooled.differences());
            var quantiles = differences.map(BenchmarkFile.Differences::quantiles);
            return new MeasureView(
                    measure.rate(),
                    measure.rate().better(),
                    OwnView.of(measure.own()),
                    new PooledView(pooled.percent(), margin(pooled.lower()), margin(pooled.upper()), pooled.withheld()),
                    differences
                            .map(found -> new QuartilesView(
                                    quantiles
                                            .map(BenchmarkFile.Quantiles::lowerQuartile)
                                            .orElse(null),
                                    quantiles
                                            .map(BenchmarkFile.Quantiles::median)
                                            .orElse(null),
                                    quantiles
                                            .map(BenchmarkFile.Quantiles::upperQuartile)
                                            .orElse(null),
                                    found.withheld()))
                            .orElse(null),
                    measure.place().map(PlaceView::of).orElse(null),
                    measure.flag().orElse(null));
        }
    }

    @Schema(name = "ComparedWait", description = "The median wait from asking to the first conversation, in days")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitView(
            @Schema(allowableValues = {"all", "not-same-day"})
            String people,

            @Schema(description = "How many people of the council are counted")
            long ownPeople,

            @Nullable
            @Schema(description = "The own median; absent if no person is counted, or if it is in ownOverDays")
            Long ownDays,

            @Nullable @Schema(description = "The own median is longer than this")
            Long ownOverDays,

            @Nullable Long days,
            @Nullable Long overDays,

            @Nullable @Schema(description = "The lower end of the 95 % interval of the noise")
            BigDecimal lower,

            @Nullable BigDecimal upper,
            @Nullable String withheld) {

        static WaitView of(Comparison.Wait wait) {
            var pooled = wait.pooled();
            return new WaitView(
                    pooled.people(),
                    wait.people(),
                    wait.own().map(OwnMedian::days).orElse(null),
                    wait.own().map(OwnMedian::overDays).orElse(null),
                    pooled.days(),
                    pooled.overDays(),
                    pooled.lower(),
                    pooled.upper(),
                    pooled.withheld());
        }
    }

    @Schema(name = "ComparedPool")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PoolView(
            @Schema(allowableValues = {"national", "family"})
            String pool,

            @Schema(
                    description = "Whether the facts are those of quarters or of a year",
                    allowableValues = {"quarter", "year"})
            String sheet,

            LocalDate from,
            LocalDate to,

            @Nullable @Schema(description = "How many councils share figures, to the nearest 5")
            Long contributors,

            @Nullable @Schema(description = "Why the pool has no figures")
            String withheld,

            List<MeasureView> measures,
            List<WaitView> waits) {

        static PoolView of(Comparison.Pool pool) {
            var figures = pool.figures();
            return new PoolView(
                    figures.pool().equals("national") ? "national" : "family",
                    figures.sheet(),
                    figures.window().from(),
                    figures.window().to(),
                    figures.contributors(),
                    figures.withheld(),
                    pool.measures().stream().map(MeasureView::of).toList(),
                    pool.waits().stream().map(WaitView::of).toList());
        }
    }

    @Schema(name = "FamilyBound", description = "One of the values that bound the family of similar councils")
    record BoundView(
            @Schema(description = "population, density, or the name of another public measure")
            String measure,

            @Schema(allowableValues = {"lower", "upper"}) String half,

            BigDecimal value) {}

    @Schema(name = "ComparedGroup", description = "A rate in one group of residents of all councils together")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupView(
            Rate rate,

            Split split,

            @Schema(description = "One of the groups of the split")
            String group,

            @Nullable @Schema(description = "In percent, scaled so that the groups add up to the rate of everybody")
            BigDecimal percent,

            @Nullable @Schema(description = "The lower end of the 95 % interval of the noise, before scaling")
            BigDecimal lower,

            @Nullable BigDecimal upper,
            @Nullable String withheld) {

        static GroupView of(BenchmarkFile.Breakdown breakdown) {
            return new GroupView(
                    EnumWords.find(Rate.class, breakdown.rate()),
                    EnumWords.find(Split.class, breakdown.split()),
                    breakdown.group(),
                    breakdown.shown(),
                    margin(breakdown.lower()),
                    margin(breakdown.upper()),
                    breakdown.withheld());
        }
    }

    @Schema(name = "Comparison")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComparisonView(
            LocalDate from,
            LocalDate to,
            LocalDate madeOn,

            @Schema(description = "Whether the figures are those of made-up councils")
            boolean madeUp,

            @Nullable
            @Schema(
                    description =
                            "The first day of the quarter whose benchmark restates these figures, because one council or"
                                    + " more corrected its figures")
            LocalDate supersededBy,

            @Schema(description = "The bounds of the council's family; empty if it is in none")
            List<BoundView> family,

            List<PoolView> pools,

            @Schema(description = "The rates of all councils by group of residents; only in the last quarter of a year")
            List<GroupView> groups) {

        static ComparisonView of(Comparison comparison) {
            var file = comparison.file();
            return new ComparisonView(
                    file.period().from(),
                    file.period().to(),
                    file.madeOn(),
                    file.madeUp(),
                    comparison.restatedBy().map(BenchmarkRelease::from).orElse(null),
                    file.families().stream()
                            .filter(family -> family.family().equals(comparison.family()))
                            .flatMap(family -> family.bounds().stream())
                            .map(bound -> new BoundView(bound.measure(), bound.half(), bound.value()))
                            .toList(),
                    comparison.pools().stream().map(PoolView::of).toList(),
                    file.breakdowns().stream().map(GroupView::of).toList());
        }
    }

    @GetMapping
    @Operation(
            operationId = "listComparisons",
            summary = "List the quarters that have a benchmark, the newest first",
            description = "A page has at most 100.")
    @Answers(NotFound.class)
    QuarterList list(@RequestParam(required = false) @UnknownIsNotFound @Nullable LocalDate after) {
        var page = Page.of(comparisons.list(), BenchmarkRelease::from, after, PAGE)
                .map(release -> {
                    var file = release.content();
                    return new QuarterView(file.period().from(), file.period().to(), file.madeOn());
                });
        var coming = comparisons.coming();
        return new QuarterList(
                page.items(),
                page.next(),
                new ComingView(coming.from(), coming.to(), coming.comesOn()),
                OwnComparisonView.of(comparisons.own()));
    }

    @GetMapping("/{from}")
    @Operation(
            operationId = "getComparison",
            summary = "Get the benchmark of a quarter with your council's own figures beside it",
            description =
                    "The own figures are exact, counted now by the definitions of the benchmark. They do not leave"
                            + " the council.")
    @Answers(NotFound.class)
    ComparisonView comparison(@PathVariable LocalDate from) {
        return ComparisonView.of(comparisons.find(from));
    }

    private static @Nullable BigDecimal whole(@Nullable Double share) {
        return share == null ? null : new BigDecimal(share * 100).setScale(0, RoundingMode.HALF_UP);
    }

    /** Returns an end of a margin in percent, with one decimal, because a margin may be smaller than a point. */
    private static @Nullable BigDecimal margin(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
