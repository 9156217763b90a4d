package uk.alongside.statistics.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The largest weight that one council may have: a fifth of all weights, so that three councils together cannot work
 * out the figure of a fourth (the p% rule at 100% against a coalition of three).
 *
 * <p>Source: Hundepool and others (2012), Statistical disclosure control, for the p% rule.
 */
final class WeightCap {

    private static final int SHARES = 5;

    private WeightCap() {}

    /**
     * Returns the cap, or nothing if no council has more than a fifth.
     *
     * @param weights noised denominators of at least five councils; may be below 0. Where no cap can keep a council to
     *     a fifth, the cap is 0 and the figure has no weight.
     */
    static OptionalDouble of(double[] weights) {
        if (weights.length < SHARES) {
            throw new IllegalArgumentException("A cap needs at least five weights, not " + weights.length);
        }
        var falling = weights.clone();
        Arrays.sort(falling);
        for (int i = 0, j = falling.length - 1; i < j; i++, j--) {
            var swap = falling[i];
            falling[i] = falling[j];
            falling[j] = swap;
        }
        var rest = Arrays.stream(falling).sum();
        if (SHARES * falling[0] <= rest) {
            return OptionalDouble.empty();
        }
        for (var capped = 1; capped < SHARES; capped++) {
            rest -= falling[capped - 1];
            if (rest >= (SHARES - capped) * falling[capped]) {
                return OptionalDouble.of(rest / (SHARES - capped));
            }
        }
        return OptionalDouble.of(0);
    }
}
