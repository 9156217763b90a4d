package uk.alongside.conversations.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.Figure.Unit;
import uk.alongside.conversations.insight.FigureService.Filter;
import uk.alongside.conversations.insight.FigureService.InPeriod;
import uk.alongside.conversations.insight.FigureService.Series;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.UnknownIsNotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.statistics.rounding.PublishedCells;

/** Answers with figures as a council publishes them about itself: rounded, and without what could tell of few people. */
@RestController
@Tag(name = "Figures")
class PublicationController {

    private static final int LONGEST_KIND = 100;

    private final FigureService figures;

    PublicationController(FigureService figures) {
        this.figures = figures;
    }

    @Schema(name = "PublishedNotCounted", description = "How many are left out of a figure, and why")
    record NotCountedView(Reason reason, String number) {}

    @Schema(
            name = "PublishedCount",
            description =
                    "Numbers as text, rounded, or a symbol: [c] confidential, [x] not available, [w] none recorded,"
                            + " [low] more than 0 but 0 after rounding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountView(
            Figure figure,

            @Schema(description = "The figure. A share is of the rounded counts.")
            String value,

            @Schema(description = "How many are counted, to the nearest 5")
            String base,

            @Nullable @Schema(description = "How many of them the figure is about; absent unless it is a share")
            String part,

            List<NotCountedView> notCounted) {

        static CountView of(Figure figure, InPeriod each, PublishedCells cells) {
            var unit = figure.unit();
            var count = each.count();
            if (!each.complete()) {
                return new CountView(
                        figure,
                        PublishedCells.NOT_AVAILABLE,
                        PublishedCells.NOT_AVAILABLE,
                        unit == Unit.PERCENT ? PublishedCells.NOT_AVAILABLE : null,
                        List.of());
            }
            return new CountView(
                    figure,
                    PublishedFigures.value(figure, count, cells),
                    cells.count(count.base()),
                    unit == Unit.PERCENT ? cells.count(count.part()) : null,
                    count.notCounted().entrySet().stream()
                            .map(entry -> new NotCountedView(entry.getKey(), cells.count(entry.getValue())))
                            .toList());
        }
    }

    @Schema(name = "PublishedPeriod")
    record PeriodView(
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Schema(description = "Whether the figure was something else when it was counted first")
            boolean revised,

            @Schema(description = "The figure, then those that must be shown with it")
            List<CountView> counts) {

        static PeriodView of(Series series, int place, PublishedCells cells) {
            var each = series.periods().get(place);
            return new PeriodView(
                    each.period().from(),
                    each.period().until().minusDays(1),
                    !each.earlier().isEmpty(),
                    Stream.concat(
                                    Stream.of(CountView.of(series.figure(), each, cells)),
                                    series.beside().entrySet().stream()
                                            .map(beside -> CountView.of(
                                                    beside.getKey(),
                                                    beside.getValue().get(place),
                                                    cells)))
                            .toList());
        }
    }

    @Schema(name = "FigurePublication")
    record PublicationView(
            LocalDate today,

            @Schema(description = "The version of the definition of the figure")
            int definition,

            List<PeriodView> periods) {

        static PublicationView of(Series series, PublishedCells cells) {
            return new PublicationView(
                    series.day(),
                    PublishedFigures.DEFINITION,
                    Stream.iterate(0, place -> place + 1)
                            .limit(series.periods().size())
                            .map(place -> PeriodView.of(series, place, cells))
                            .toList());
        }
    }

    @GetMapping("/api/figures/{figure}/publication")
    @Operation(
            operationId = "getFigurePublication",
            summary = "Read a figure as the council publishes it: rounded, and without what could tell of few people",
            description =
                    "Counts from 1 to 7 are left out and others rounded to the nearest 5. A share, a median or a mean"
                            + " needs at least 10. A hub or a kind shows no 0.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:read')")
    PublicationView get(
            @PathVariable Figure figure,
            @RequestParam(defaultValue = "quarter") @UnknownIsNotFound Grain by,
            @RequestParam(required = false) @UnknownIsNotFound @Nullable HubId hubId,
            @RequestParam(required = false) @Size(max = LONGEST_KIND) @TypedText(TextKind.LINE) @Nullable String kind) {
        var filter = new Filter(by, hubId, kind);
        return PublicationView.of(
                figures.series(figure, filter), filter.isPart() ? PublishedCells.ofPart() : PublishedCells.ofCouncil());
    }
}
