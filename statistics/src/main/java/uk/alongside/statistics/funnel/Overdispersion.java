package uk.alongside.statistics.funnel;

import java.util.Arrays;
import uk.alongside.statistics.summary.Winsorised;

/**
 * How far councils differ beyond chance: the dispersion ratio and the additive variance between them.
 *
 * <p>Sources: Spiegelhalter (2005), Handling over-dispersion of performance indicators; DerSimonian and Laird (1986),
 * Meta-analysis in clinical trials, for the moment estimate of the variance. Truncation by groups of ranks is the
 * method of NHS Digital's Summary Hospital-level Mortality Indicator.
 *
 * @param used how many units the dispersion ratio rests on
 * @param phi mean square of the standardised differences; 1 is chance alone
 * @param tau2 variance between units on the scale, 0 if chance explains the differences
 */
public record Overdispersion(int used, double phi, double tau2) {

    /** How the extremes are kept from deciding the ratio. */
    public enum Extremes {
        /** Moves values outside the two quantiles to these quantiles. */
        WINSORISED,
        /** Leaves out the lowest and the highest group of ranks. */
        TRUNCATED
    }

    /** Returns the standardised differences from a target: 0 is on the target, 1 is one standard deviation above it. */
    public static double[] z(Scale scale, double target, double[] values, double[] sizes) {
        var centre = scale.transform(target);
        var z = new double[values.length];
        for (var i = 0; i < z.length; i++) {
            z[i] = (scale.transform(values[i]) - centre) / Math.sqrt(scale.variance(sizes[i]));
        }
        return z;
    }

    /**
     * Returns the overdispersion of standardised differences.
     *
     * @param z at least one difference
     * @param variances the sampling variance of each
     * @param share of the units that counts as extreme at each end, such as 0.1
     */
    public static Overdispersion of(double[] z, double[] variances, Extremes extremes, double share) {
        if (z.length == 0 || z.length != variances.length) {
            throw new IllegalArgumentException(z.length + " differences, " + variances.length + " variances");
        }
        return switch (extremes) {
            case WINSORISED -> of(Winsorised.meanSquare(z, share), variances);
            case TRUNCATED -> truncated(z, variances, share);
        };
    }

    /** Returns the overdispersion for a dispersion ratio that is known. */
    public static Overdispersion of(double phi, double[] variances) {
        var m = variances.length;
        var weights = Arrays.stream(variances).map(variance -> 1 / variance).toArray();
        var sum = Arrays.stream(weights).sum();
        var squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        var excess = m * phi - (m - 1);
        var tau2 = m < 2 || excess <= 0 ? 0 : excess / (sum - squares / sum);
        return new Overdispersion(m, phi, tau2);
    }

    private static Overdispersion truncated(double[] z, double[] variances, double share) {
        var groups = Math.round(1 / share);
        var kept = new boolean[z.length];
        var count = 0;
        for (var i = 0; i < z.length; i++) {
            var group = Math.floor(rank(z, i) * groups / (z.length + 1));
            kept[i] = group >= 1 && group <= groups - 2;
            count += kept[i] ? 1 : 0;
        }
        if (count == 0) {
            return new Overdispersion(0, 0, 0);
        }
        var keptZ = new double[count];
        var keptVariances = new double[count];
        for (int i = 0, next = 0; i < z.length; i++) {
            if (kept[i]) {
                keptZ[next] = z[i];
                keptVariances[next++] = variances[i];
            }
        }
        var phi = Arrays.stream(keptZ).map(value -> value * value).average().orElseThrow();
        return of(phi, keptVariances);
    }

    /** Returns the rank from 1; equal values share the mean of their ranks. */
    private static double rank(double[] z, int place) {
        var smaller = Arrays.stream(z).filter(value -> value < z[place]).count();
        var equal = Arrays.stream(z).filter(value -> value == z[place]).count();
        return smaller + (equal + 1) / 2.0;
    }
}
