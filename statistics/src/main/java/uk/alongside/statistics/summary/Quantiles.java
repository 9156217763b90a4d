package uk.alongside.statistics.summary;

import java.util.Arrays;

/**
 * Sample quantiles of type 7: linear between the sorted values, with the smallest at 0 and the largest at 1.
 *
 * <p>Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Returns the quantile of a sample, in its unit.
     *
     * @param values at least one, in any order; not changed
     * @param p from 0 to 1
     */
    public static double of(double[] values, double p) {
        if (values.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("No quantile " + p + " of " + values.length + " values");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var place = (sorted.length - 1) * p;
        var below = (int) Math.floor(place);
        var share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
