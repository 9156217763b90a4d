package uk.alongside.conversations.measure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of changes with its 95 % confidence interval, by Student's t distribution.
 *
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
record MeanChange(int pairs, double mean, double low, double high) {

    /**
     * The smallest number of pairs whose mean is shown. With fewer, one person's change moves the mean and may be guessed
     * from it, and the interval is too wide to say anything.
     */
    static final int FEWEST_PAIRS = 8;

    private static final double UPPER_TAIL = 0.975;

    /** Returns the mean of these changes, or nothing if there are fewer than {@link #FEWEST_PAIRS}. */
    static Optional<MeanChange> of(List<Double> changes) {
        int pairs = changes.size();
        if (pairs < FEWEST_PAIRS) {
            return Optional.empty();
        }
        double mean = changes.stream().mapToDouble(Double::doubleValue).sum() / pairs;
        double squares = changes.stream()
                .mapToDouble(change -> (change - mean) * (change - mean))
                .sum();
        double error = Math.sqrt(squares / (pairs - 1) / pairs);
        double margin = new TDistribution(pairs - 1).inverseCumulativeProbability(UPPER_TAIL) * error;
        return Optional.of(new MeanChange(pairs, mean, mean - margin, mean + margin));
    }
}
