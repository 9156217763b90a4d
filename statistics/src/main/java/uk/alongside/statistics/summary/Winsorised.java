package uk.alongside.statistics.summary;

import java.util.Arrays;

/**
 * The mean square of values after the values outside two quantiles were moved to these quantiles.
 *
 * <p>Source: Spiegelhalter (2005), Handling over-dispersion of performance indicators, Quality and Safety in
 * Health Care 14. The quantiles are of type 7.
 */
public final class Winsorised {

    private Winsorised() {}

    /**
     * Returns the mean square.
     *
     * @param values at least one
     * @param share of the values that is moved at each end, such as 0.1
     */
    public static double meanSquare(double[] values, double share) {
        var low = Quantiles.of(values, share);
        var high = Quantiles.of(values, 1 - share);
        return Arrays.stream(values)
                .map(value -> Math.clamp(value, low, high))
                .map(value -> value * value)
                .average()
                .orElseThrow();
    }
}
