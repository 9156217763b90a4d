package uk.alongside.conversations.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.Figure.Unit;
import uk.alongside.conversations.insight.FigureService.Detail;
import uk.alongside.conversations.insight.FigureService.Filter;
import uk.alongside.conversations.insight.FigureService.Group;
import uk.alongside.conversations.insight.FigureService.InPeriod;
import uk.alongside.conversations.insight.FigureService.Month;
import uk.alongside.conversations.insight.FigureService.Series;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.UnknownIsNotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.statistics.chart.Improvement;
import uk.alongside.statistics.chart.Signal;
import uk.alongside.statistics.chart.Variation;

@RestController
@Tag(name = "Figures")
class FigureController {

    private static final int LONGEST_KIND = 100;
    private static final int PAGE = 50;

    private final FigureService figures;

    FigureController(FigureService figures) {
        this.figures = figures;
    }

    @Schema(name = "NotCounted", description = "How many are left out of a figure, and why")
    record NotCountedView(Reason reason, long number) {}

    /** The count of a figure, rounded for showing. */
    @Schema(name = "FigureCount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountView(
            @Schema(description = "How many are counted") long base,

            @Schema(description = "How many of them the figure is about")
            long part,

            @Schema(description = "A second number, which the definition of the figure names")
            long also,

            @Nullable @Schema(description = "The figure; absent if nothing is counted, or too few pairs are")
            BigDecimal value,

            @Nullable @Schema(description = "The lower end of the 95 % interval of a share or a mean")
            BigDecimal low,

            @Nullable @Schema(description = "The upper end of the 95 % interval of a share or a mean")
            BigDecimal high,

            @Nullable @Schema(description = "The value that nine of ten do not exceed")
            BigDecimal ninthDecile,

            @Nullable @Schema(description = "The median of those in the part")
            BigDecimal medianOfPart,

            @Nullable @Schema(description = "The median of those not in the part")
            BigDecimal medianOfRest,

            @Nullable @Schema(description = "The largest value")
            BigDecimal largest,

            List<NotCountedView> notCounted) {

        static CountView of(Count count, Unit unit) {
            var range = count.interval(unit);
            var values = count.values();
            boolean median = unit == Unit.DAYS || unit == Unit.MINUTES;
            boolean waits = median || unit == Unit.PEOPLE;
            return new CountView(
                    count.base(),
                    count.part(),
                    count.also(),
                    unit.shown(count.value(unit)),
                    rounded(range == null ? null : range.low(), unit),
                    rounded(range == null ? null : range.high(), unit),
                    rounded(median ? values.ninthDecile() : null, unit),
                    rounded(unit == Unit.DAYS ? values.medianOfPart() : null, unit),
                    rounded(unit == Unit.DAYS ? values.medianOfRest() : null, unit),
                    rounded(waits ? values.largest() : null, unit),
                    count.notCounted().entrySet().stream()
                            .map(entry -> new NotCountedView(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Schema(name = "EarlierFigure", description = "What a figure was when it was counted on a day")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EarlierView(
            LocalDate countedOn,
            long base,

            @Nullable @Schema(description = "Absent if nothing was counted, or too few pairs were")
            BigDecimal value) {

        static EarlierView of(FigureVersion version) {
            return new EarlierView(version.countedOn(), version.base(), version.value());
        }
    }

    @Schema(name = "FigureInPeriod")
    record PeriodView(
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Schema(description = "Whether all that counts for this period can be known by now")
            boolean complete,

            CountView count,

            @Schema(description = "What the figure of a finished quarter of the whole council was before it changed")
            List<EarlierView> earlier) {

        static PeriodView of(InPeriod each, Unit unit) {
            return new PeriodView(
                    each.period().from(),
                    each.period().until().minusDays(1),
                    each.complete(),
                    CountView.of(each.count(), unit),
                    each.earlier().stream().map(EarlierView::of).toList());
        }
    }

    @Schema(name = "FigureMonth", description = "A point of the run chart (XmR)")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MonthView(
            LocalDate from,
            BigDecimal value,
            BigDecimal mean,

            @Nullable @Schema(description = "The lower limit; absent for a single month")
            BigDecimal lower,

            @Nullable @Schema(description = "The upper limit; absent for a single month")
            BigDecimal upper,

            @Schema(description = "The months that share limits, from 0. A note that rebases begins the next phase.")
            int phase,

            @Schema(description = "Whether the limits rest on fewer than 12 months")
            boolean trial,

            Signal signal,
            Variation variation) {

        static MonthView of(Month month) {
            var point = month.point();
            return new MonthView(
                    month.period().from(),
                    exact(point.value()),
                    exact(point.limits().mean()),
                    optional(point.limits().lower()),
                    optional(point.limits().upper()),
                    point.phase(),
                    point.trial(),
                    point.signal(),
                    month.variation());
        }

        private static BigDecimal exact(double value) {
            return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        }

        private static @Nullable BigDecimal optional(@Nullable Double value) {
            return value == null ? null : exact(value);
        }
    }

    @Schema(name = "FigureBeside", description = "Another figure for the same period")
    record BesideView(Figure figure, Unit unit, PeriodView period) {}

    @Schema(name = "FigureSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SummaryView(
            Figure figure,
            Unit unit,

            @Schema(description = "The direction in which the figure gets better")
            Improvement better,

            @Schema(description = "How many days after its end a period is complete")
            int settlesAfterDays,

            @Nullable @Schema(description = "The latest complete period; absent if there is none with a value")
            PeriodView latest,

            @Nullable @Schema(description = "The complete period before the latest one")
            PeriodView previous,

            @Nullable
            @Schema(description = "Whether the last month differs by more than chance; absent below 12 months")
            Variation variation,

            @Schema(description = "The complete months that have a value")
            List<MonthView> chart,

            @Schema(description = "The figures that must be shown with this one")
            List<BesideView> beside) {

        static SummaryView of(Series series) {
            var unit = series.figure().unit();
            return new SummaryView(
                    series.figure(),
                    unit,
                    series.figure().better(),
                    series.figure().settlesAfter(),
                    series.latest().map(each -> PeriodView.of(each, unit)).orElse(null),
                    series.previous().map(each -> PeriodView.of(each, unit)).orElse(null),
                    series.variation().orElse(null),
                    series.chart().stream().map(MonthView::of).toList(),
                    beside(series.besideLatest()));
        }

        private static List<BesideView> beside(Map<Figure, InPeriod> beside) {
            return beside.entrySet().stream()
                    .map(entry -> new BesideView(
                            entry.getKey(),
                            entry.getKey().unit(),
                            PeriodView.of(entry.getValue(), entry.getKey().unit())))
                    .toList();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureList(
            @Schema(description = "The day until which the figures count")
            LocalDate today,

            @Nullable @Schema(description = "When the figures were counted; absent if they were counted now")
            Instant countedAt,

            List<SummaryView> items,
            @Nullable Figure next) {}

    @Schema(name = "FigureGroup", description = "A hub or a kind of talking point in the latest complete period")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupView(
            @Nullable @Schema(description = "The id of the hub, or the kind; absent for what belongs to none")
            String key,

            @Nullable String name,
            CountView count,

            @Nullable @Schema(description = "The figure that stands beside this one in every table")
            CountView besideInTables) {

        static GroupView of(Group group, Figure figure) {
            var beside = group.beside();
            return new GroupView(
                    group.key(),
                    group.name(),
                    CountView.of(group.count(), figure.unit()),
                    beside == null
                            ? null
                            : figure.besideInTables()
                                    .map(other -> CountView.of(beside, other.unit()))
                                    .orElse(null));
        }
    }

    @Schema(name = "FigureBesideOverTime", description = "Another figure in the same periods")
    record BesideOverTimeView(Figure figure, Unit unit, List<PeriodView> periods) {}

    @Schema(name = "Figure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureView(
            LocalDate today,

            @Nullable @Schema(description = "When the figure was counted; absent if it was counted now")
            Instant countedAt,

            SummaryView summary,

            @Schema(description = "The periods, the earliest one first")
            List<PeriodView> periods,

            @Nullable @Schema(description = "The figure that stands beside this one in every table")
            Figure besideInTables,

            @Schema(description = "The figures that must be shown with this one, in every period")
            List<BesideOverTimeView> beside,

            List<GroupView> hubs,
            List<GroupView> kinds,

            @Schema(description = "The smallest number of pairs whose mean change is shown")
            int fewestPairs) {

        static FigureView of(Detail detail) {
            var figure = detail.series().figure();
            return new FigureView(
                    detail.series().day(),
                    detail.countedAt().orElse(null),
                    SummaryView.of(detail.series()),
                    detail.series().periods().stream()
                            .map(each -> PeriodView.of(each, figure.unit()))
                            .toList(),
                    figure.besideInTables().orElse(null),
                    detail.series().beside().entrySet().stream()
                            .map(entry -> besideOverTime(entry.getKey(), entry.getValue()))
                            .toList(),
                    detail.hubs().stream()
                            .map(group -> GroupView.of(group, figure))
                            .toList(),
                    detail.kinds().stream()
                            .map(group -> GroupView.of(group, figure))
                            .toList(),
                    Figure.FEWEST);
        }

        private static BesideOverTimeView besideOverTime(Figure figure, List<InPeriod> periods) {
            return new BesideOverTimeView(
                    figure,
                    figure.unit(),
                    periods.stream()
                            .map(each -> PeriodView.of(each, figure.unit()))
                            .toList());
        }
    }

    @GetMapping("/api/figures")
    @Operation(
            operationId = "listFigures",
            summary = "List the council's own figures, the one that needs attention most first",
            description = "The figures are exact and name no person. There is one page.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:read')")
    FigureList list(
            @RequestParam(defaultValue = "quarter") @UnknownIsNotFound Grain by,
            @RequestParam(required = false) @UnknownIsNotFound @Nullable HubId hubId,
            @RequestParam(required = false) @Size(max = LONGEST_KIND) @TypedText(TextKind.LINE) @Nullable String kind,
            @RequestParam(required = false) @UnknownIsNotFound @Nullable Figure after) {
        var all = figures.all(new Filter(by, hubId, kind));
        var page = Page.of(all.series(), Series::figure, after, PAGE).map(SummaryView::of);
        return new FigureList(all.day(), all.countedAt().orElse(null), page.items(), page.next());
    }

    @GetMapping("/api/figures/{figure}")
    @Operation(
            operationId = "getFigure",
            summary = "Read one of the council's own figures over time, by hub and by kind of talking point",
            description = "The figure is exact and names no person. The run chart is always by month.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:read')")
    FigureView get(
            @PathVariable Figure figure,
            @RequestParam(defaultValue = "quarter") @UnknownIsNotFound Grain by,
            @RequestParam(required = false) @UnknownIsNotFound @Nullable HubId hubId,
            @RequestParam(required = false) @Size(max = LONGEST_KIND) @TypedText(TextKind.LINE) @Nullable String kind) {
        return FigureView.of(figures.find(figure, new Filter(by, hubId, kind)));
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value, Unit unit) {
        return value == null ? null : unit.shown(value);
    }
}
