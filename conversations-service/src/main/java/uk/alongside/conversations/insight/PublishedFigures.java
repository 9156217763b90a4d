package uk.alongside.conversations.insight;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.insight.FigureService.Filter;
import uk.alongside.conversations.insight.FigureService.InPeriod;
import uk.alongside.conversations.insight.FigureService.Series;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.statistics.rounding.PublishedCells;

/** The figures of the whole council as it publishes them: rounded, and without what could tell of few people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PublishedFigures {

    /** The version of the definitions of figures, which changes with any of them. */
    public static final int DEFINITION = 1;

    private static final Filter COUNCIL_BY_QUARTER = new Filter(Grain.QUARTER, null, null);

    private final FigureService figures;

    PublishedFigures(FigureService figures) {
        this.figures = figures;
    }

    /**
     * A figure in one period, as the text of {@link PublishedCells}.
     *
     * @param revised whether the figure was something else when it was counted first
     */
    public record Published(Period period, boolean revised, String value, String base) {}

    /**
     * A figure in its latest complete quarter with a value, and in the one before. A figure of this moment has one period.
     *
     * @param periods the latest one first; empty if no complete quarter has a value
     */
    public record Latest(Figure figure, List<Published> periods) {}

    /** Returns all figures, in the order of their pages. */
    public List<Latest> latest() {
        return figures.all(COUNCIL_BY_QUARTER).series().stream()
                .sorted(comparing(Series::figure))
                .map(series -> new Latest(
                        series.figure(),
                        Stream.of(series.latest(), series.previous())
                                .flatMap(Optional::stream)
                                .map(each -> published(series.figure(), each))
                                .toList()))
                .toList();
    }

    private static Published published(Figure figure, InPeriod each) {
        var cells = PublishedCells.ofCouncil();
        return new Published(
                each.period(),
                !each.earlier().isEmpty(),
                value(figure, each.count(), cells),
                cells.count(each.count().base()));
    }

    /** Returns the figure of a complete period as a cell. */
    static String value(Figure figure, Count count, PublishedCells cells) {
        return switch (figure.unit()) {
            case PERCENT -> cells.percentage(count.part(), count.base());
            case PEOPLE -> cells.count(count.base());
            case DAYS, MINUTES, CHANGE -> cells.statistic(count.value(figure.unit()), count.base(), 1);
        };
    }
}
