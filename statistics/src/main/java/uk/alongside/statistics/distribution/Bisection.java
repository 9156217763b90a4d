package uk.alongside.statistics.distribution;

import java.util.function.DoublePredicate;

/** Finds the place where a condition begins to hold, to the last bit of a double. */
public final class Bisection {

    private Bisection() {}

    /**
     * Returns the smallest double in {@code [from, to]} for which the condition holds, if it holds from there on.
     *
     * <p>If the condition holds nowhere in the range, the result is {@code to}.
     *
     * @param from at least 0
     */
    public static double firstThat(DoublePredicate holds, double from, double to) {
        if (from < 0 || !(from <= to)) {
            throw new IllegalArgumentException("No range from 0 upwards: " + from + " to " + to);
        }
        if (holds.test(from)) {
            return from;
        }
        // The bits of doubles from 0 upwards are in the order of their values: 63 halvings reach the last bit,
        // with the same relative precision for a value of 1e-11 as for one of 1e6.
        var below = Double.doubleToLongBits(from);
        var above = Double.doubleToLongBits(to);
        while (above - below > 1) {
            var middle = below + (above - below) / 2;
            if (holds.test(Double.longBitsToDouble(middle))) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Double.longBitsToDouble(above);
    }
}
