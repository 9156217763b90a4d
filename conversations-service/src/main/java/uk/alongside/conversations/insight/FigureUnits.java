package uk.alongside.conversations.insight;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.FigureCounts.Choice;
import uk.alongside.conversations.insight.FigureSql.Split;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.statistics.summary.Mean;
import uk.alongside.statistics.summary.Quantiles;

/** Lists what a figure counts at one hub, by the same statement that counts it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FigureUnits {

    private final FigureCounts counts;
    private final Clock clock;

    FigureUnits(FigureCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * A figure at one hub in one period.
     *
     * @param from the first day of the period
     * @param kind a kind of talking point; null for all
     */
    public record AtHub(
            Figure figure,
            Grain grain,
            LocalDate from,
            HubId hub,
            @Nullable String kind) {}

    /**
     * One unit of a figure: a person, a conversation, a booking, an answer or a slot.
     *
     * @param met the day of the session; null if there was none yet
     * @param notCounted why it is not counted; null if it is
     * @param person the person kept after merges; null if the unit is of a conversation, a slot, or of no known person
     * @param record the conversation or visit; null if the unit is of none
     */
    public record Unit(
            @Nullable LocalDate met,
            @Nullable String kind,
            @Nullable Reason notCounted,
            long base,
            long part,
            @Nullable Double value,
            @Nullable PersonId person,
            @Nullable UUID record) {

        public boolean isCounted() {
            return notCounted == null;
        }
    }

    /** Returns the period in which the figure is, or nothing if it is not among the periods that are shown. */
    public Optional<Period> period(AtHub part) {
        var today = LocalDate.now(clock);
        if (part.figure().isOfNow()) {
            return Optional.of(new Period(today, today.plusDays(1)))
                    .filter(now -> now.from().equals(part.from()));
        }
        return Period.shown(today, part.grain()).stream()
                .filter(period -> period.from().equals(part.from()))
                .findFirst();
    }

    /** Lists the units in the order of their days. */
    public List<Unit> of(AtHub part, Period period) {
        var today = LocalDate.now(clock);
        var choice = new Choice(today, Period.first(today), part.grain(), Split.NONE, part.hub(), part.kind());
        var tomorrow = today.plusDays(1);
        var until = period.until().isAfter(tomorrow) ? tomorrow : period.until();
        return counts.countingNow(today).units(part.figure(), choice, new Period(period.from(), until));
    }

    /** Returns the figure of these units as it is shown, or null if nothing is counted or too few pairs are. */
    public static @Nullable BigDecimal value(Figure figure, List<Unit> units) {
        var counted = units.stream().filter(Unit::isCounted).toList();
        long base = counted.stream().mapToLong(Unit::base).sum();
        if (figure.unit() == Figure.Unit.PEOPLE) {
            return figure.unit().shown((double) base);
        }
        if (figure.unit() == Figure.Unit.PERCENT) {
            long part = counted.stream().mapToLong(Unit::part).sum();
            return base == 0 ? null : figure.unit().shown(100.0 * (double) part / (double) base);
        }
        var values = counted.stream()
                .map(Unit::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0 || (figure.unit() == Figure.Unit.CHANGE && base < Figure.FEWEST)) {
            return null;
        }
        return figure.unit().shown(figure.unit() == Figure.Unit.CHANGE ? Mean.of(values) : Quantiles.of(values, 0.5));
    }
}
