package uk.alongside.conversations.insight;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.insight.Figure.Unit;
import uk.alongside.statistics.interval.WilsonInterval;

/**
 * The count of a figure in one period, for the council or for one hub or kind of talking point.
 *
 * @param group the hub or the kind; null for the council, and for what belongs to no hub or kind
 * @param part the units of the base that the figure is about
 * @param also a second number of units, which the definition of the figure names
 * @param people how many people the units are of; 0 if the figure does not tell of people
 * @param notCounted how many units are not in the base, by reason
 */
public record Count(
        LocalDate from,
        @Nullable String group,
        long base,
        long part,
        long also,
        long people,
        Values values,
        Map<Reason, Long> notCounted) {

    private static final double CONFIDENCE = 0.95;

    /** The reasons why a unit is not counted. */
    public enum Reason {
        NO_CONVERSATION_YET,
        SPOKEN_TO_BEFORE_ASKING,
        AGE_NOT_RECORDED,
        UNDER_25,
        OUTCOME_NOT_RECORDED,
        NO_FURTHER_ACTION,
        NOT_RECORDED,
        CANCELLED,
        WALKED_IN,
        SESSION_CANCELLED,
        NOT_ASKED,
        NOT_TODAY,
        DID_NOT_WANT_TO,
        /** The units of a part of the council from which one person's answer could be worked out. */
        WITHHELD
    }

    /** Statistics of the values of the counted units. Each is null if no unit has a value. */
    public record Values(
            @Nullable Double median,
            @Nullable Double ninthDecile,
            @Nullable Double medianOfPart,
            @Nullable Double medianOfRest,
            @Nullable Double mean,
            @Nullable Double deviation,
            @Nullable Double largest) {

        static final Values NONE = new Values(null, null, null, null, null, null, null);
    }

    /** The ends of an interval. */
    record Range(double low, double high) {}

    /**
     * Returns this count of a part of the council, with its units withheld if they are of few people, or if the others may
     * be of so few that subtraction tells of them. People can be in several parts, so the others are at least as many as the
     * difference.
     */
    Count within(Count whole) {
        return isFew(base, people) || isFew(whole.base - base, whole.people - people) ? withheld() : this;
    }

    private static boolean isFew(long units, long people) {
        return units > 0 && people < Figure.FEWEST;
    }

    /** Returns this count of a group as the count of a figure that is limited to the group. */
    Count ungrouped() {
        return new Count(from, null, base, part, also, people, values, notCounted);
    }

    Count withheld() {
        var reasons = new EnumMap<Reason, Long>(Reason.class);
        reasons.putAll(notCounted);
        reasons.put(Reason.WITHHELD, base);
        return new Count(from, group, 0, 0, 0, 0, Values.NONE, reasons);
    }

    /** Returns the figure, or nothing if nothing is counted or too few pairs are. */
    OptionalDouble value(Unit unit) {
        return switch (unit) {
            case PEOPLE -> OptionalDouble.of((double) base);
            case PERCENT ->
                base == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (double) part / (double) base);
            case DAYS, MINUTES -> optional(values.median());
            case CHANGE -> base < Figure.FEWEST ? OptionalDouble.empty() : optional(values.mean());
        };
    }

    /** Returns the 95 % interval of a share or a mean, or null where there is none. */
    @Nullable
    Range interval(Unit unit) {
        if (unit == Unit.PERCENT && base > 0) {
            var ends = WilsonInterval.of((double) part, (double) base, CONFIDENCE);
            return new Range(100 * requireNonNull(ends.lower()), 100 * requireNonNull(ends.upper()));
        }
        var mean = values.mean();
        var deviation = values.deviation();
        if (unit == Unit.CHANGE && base >= Figure.FEWEST && mean != null && deviation != null) {
            double margin = new TDistribution((double) (base - 1)).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                    * deviation
                    / Math.sqrt((double) base);
            return new Range(mean - margin, mean + margin);
        }
        return null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
