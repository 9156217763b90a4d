package uk.alongside.statistics.benchmark;

import java.util.List;
import java.util.Optional;
import uk.alongside.statistics.distribution.BetaDistribution;

/**
 * The place of a council's own rate among the released quartiles, allowing for chance. It is computed inside the
 * council from its exact counts and is never sent.
 *
 * <p>The rate behind x of n people is taken to have the beta distribution with shapes x + 1/2 and n - x + 1/2
 * (Jeffreys, 1946). No random numbers are drawn.
 *
 * @param quarters the chances of lying below the lower quartile, up to the median, up to the upper quartile, above it
 * @param place the quarters that are named; empty if it cannot be told
 */
public record OwnPosition(List<Double> quarters, Optional<Place> place) {

    private static final double ENOUGH = 0.8;
    private static final int STEP = 5;
    private static final int LARGEST_SHOWN = 95;

    /**
     * A run of adjoining quarters.
     *
     * @param first from 1
     * @param last up to 4
     * @param probability that the rate lies in them
     */
    public record Place(int first, int last, double probability) {

        /** Returns the probability in percent, rounded down to a multiple of 5, at most 95. */
        public int shownPercent() {
            return Math.min(LARGEST_SHOWN, (int) Math.floor(probability * 100 / STEP) * STEP);
        }
    }

    public OwnPosition {
        quarters = List.copyOf(quarters);
    }

    /**
     * Returns the position of x of n people.
     *
     * @param x from 0 to {@code n}
     * @param n at least 0; of no one, nothing is known and nothing can be told
     * @param lowerQuartile at most the median, which is at most the upper quartile
     */
    public static OwnPosition of(long x, long n, double lowerQuartile, double median, double upperQuartile) {
        if (x < 0 || x > n || !(lowerQuartile <= median && median <= upperQuartile)) {
            throw new IllegalArgumentException("No position of " + x + " of " + n);
        }
        var a = x + 0.5;
        var b = n - x + 0.5;
        var belowLower = BetaDistribution.cumulative(lowerQuartile, a, b);
        var belowMedian = BetaDistribution.cumulative(median, a, b);
        var belowUpper = BetaDistribution.cumulative(upperQuartile, a, b);
        // Quartiles may be equal, and rounding must not give a chance below 0.
        var quarters = List.of(
                belowLower,
                Math.max(0, belowMedian - belowLower),
                Math.max(0, belowUpper - belowMedian),
                Math.max(0, BetaDistribution.cumulative(1 - upperQuartile, b, a)));
        return new OwnPosition(quarters, n == 0 ? Optional.empty() : place(quarters));
    }

    /** Returns the shortest run that is likely enough; of two equally long ones, the lower. */
    private static Optional<Place> place(List<Double> quarters) {
        for (var length = 1; length < quarters.size(); length++) {
            for (var first = 0; first + length <= quarters.size(); first++) {
                var probability = quarters.subList(first, first + length).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                if (probability >= ENOUGH) {
                    return Optional.of(new Place(first + 1, first + length, probability));
                }
            }
        }
        return Optional.empty();
    }
}
