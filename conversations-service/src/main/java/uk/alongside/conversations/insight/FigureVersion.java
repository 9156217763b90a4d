package uk.alongside.conversations.insight;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a finished quarter as it was on the day on which it was counted.
 *
 * @param number 1 for the first count after the quarter was complete, one more for each change
 * @param base how many were counted
 * @param value the figure as it is shown; null if nothing was counted or too few pairs were
 */
record FigureVersion(
        int number,
        LocalDate countedOn,
        long base,
        @Nullable BigDecimal value) {

    static FigureVersion first(Figure figure, Count count, LocalDate today) {
        return new FigureVersion(1, today, count.base(), figure.unit().shown(count.value(figure.unit())));
    }

    /** Returns whether both show the same. */
    boolean saysTheSameAs(FigureVersion other) {
        return base == other.base && Objects.compare(value, other.value, nullsFirst(naturalOrder())) == 0;
    }

    FigureVersion after(FigureVersion last) {
        return new FigureVersion(last.number + 1, countedOn, base, value);
    }
}
