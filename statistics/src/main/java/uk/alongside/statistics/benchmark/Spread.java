package uk.alongside.statistics.benchmark;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.alongside.statistics.distribution.Bisection;
import uk.alongside.statistics.funnel.Confidence;
import uk.alongside.statistics.funnel.ExactFunnel;
import uk.alongside.statistics.funnel.FunnelLimits;
import uk.alongside.statistics.funnel.Overdispersion;
import uk.alongside.statistics.funnel.Scale;
import uk.alongside.statistics.summary.Mean;
import uk.alongside.statistics.summary.Quantiles;
import uk.alongside.statistics.summary.Winsorised;

/**
 * How the councils of a pool differ, with the part of the differences that is noise taken out.
 *
 * <p>The method of moments shrinks the observed quantiles towards the median, so that their variance is the variance
 * without noise. Overdispersion is that of {@link Overdispersion} with the noise in the sampling variance.
 *
 * @param rate the pooled rate, the target of the funnel
 * @param phi dispersion ratio on the arcsine scale; 1 is chance and noise alone
 * @param tau2 additive variance of the drawn funnel
 * @param tau2Flag additive variance for flags, at which the winsorised differences look standard normal
 * @param factor the share of the observed standard deviation that is not noise, from 0 to 1
 * @param quantiles by probability, rates from 0 to 1; empty where the differences are like noise
 */
public record Spread(
        double rate, double phi, double tau2, double tau2Flag, double factor, Map<Double, Double> quantiles) {

    private static final double WINSORISED = 0.1;

    /** The mean square of standard normal values after winsorising a tenth at each end. */
    private static final double MEAN_SQUARE_OF_NORMAL = 0.6786545589528744;

    private static final double SMALLEST_FACTOR = 0.5;
    private static final int DECILES_FROM = 20;

    public Spread {
        quantiles = Map.copyOf(quantiles);
    }

    /** Returns the spread of councils whose noise is small enough, at least two. */
    static Spread of(List<CouncilSums> councils, NoisyCells cells, double rate) {
        var m = councils.size();
        var rates = new double[m];
        var noise = new double[m];
        var differences = new double[m];
        var variances = new double[m];
        var target = Scale.ARCSINE.transform(rate);
        for (var i = 0; i < m; i++) {
            var council = councils.get(i);
            double denominator = council.denominator();
            rates[i] = Math.clamp(council.numerator() / denominator, 0, 1);
            noise[i] = cells.variance(rate, council.sheets()) / (denominator * denominator);
            differences[i] = Scale.ARCSINE.transform(rates[i]) - target;
            variances[i] = Scale.ARCSINE.variance(denominator) + noise[i] / (4 * rate * (1 - rate));
        }
        var phi = meanSquare(differences, variances, 0);
        var factor = factor(rates, noise);
        return new Spread(
                rate,
                phi,
                Overdispersion.of(phi, variances).tau2(),
                tau2Flag(differences, variances, phi),
                factor,
                factor < SMALLEST_FACTOR ? Map.of() : quantiles(rates, factor));
    }

    /** Returns the quantiles in whole percent. */
    public Map<Double, BigDecimal> quantilesShown() {
        var shown = new TreeMap<Double, BigDecimal>();
        quantiles.forEach((p, quantile) -> shown.put(p, Percentages.shown(quantile, 0)));
        return shown;
    }

    /**
     * Returns the limits that a funnel draws at a size: exact limits if there is no additive variance, otherwise those
     * on the arcsine scale.
     *
     * @param denominator people, at least 1
     */
    public FunnelLimits drawnLimits(long denominator, Confidence confidence) {
        return tau2 == 0 ? ExactFunnel.limits(rate, denominator, confidence) : limits(denominator, confidence);
    }

    /** Returns the limits on the arcsine scale, around the pooled rate with the additive variance. */
    public FunnelLimits limits(long denominator, Confidence confidence) {
        return Scale.ARCSINE.limits(rate, (double) denominator, confidence.z(), tau2);
    }

    private static double meanSquare(double[] differences, double[] variances, double tau2) {
        var z = new double[differences.length];
        for (var i = 0; i < z.length; i++) {
            z[i] = differences[i] / Math.sqrt(variances[i] + tau2);
        }
        return Winsorised.meanSquare(z, WINSORISED);
    }

    private static double tau2Flag(double[] differences, double[] variances, double phi) {
        if (phi <= MEAN_SQUARE_OF_NORMAL) {
            return 0;
        }
        // At the largest squared difference over the wanted mean square, the mean square is below it.
        var above = Arrays.stream(differences).map(d -> d * d).max().orElseThrow() / MEAN_SQUARE_OF_NORMAL;
        return Bisection.firstThat(tau2 -> meanSquare(differences, variances, tau2) <= MEAN_SQUARE_OF_NORMAL, 0, above);
    }

    private static double factor(double[] rates, double[] noise) {
        var mean = Mean.of(rates);
        var variance =
                Arrays.stream(rates).map(rate -> (rate - mean) * (rate - mean)).sum() / (rates.length - 1);
        return variance == 0 ? 0 : Math.sqrt(Math.max(0, variance - Mean.of(noise)) / variance);
    }

    private static Map<Double, Double> quantiles(double[] rates, double factor) {
        var median = Quantiles.of(rates, 0.5);
        var quantiles = new TreeMap<Double, Double>();
        var probabilities =
                rates.length < DECILES_FROM ? new double[] {0.25, 0.5, 0.75} : new double[] {0.1, 0.25, 0.5, 0.75, 0.9};
        for (var p : probabilities) {
            var corrected = median + factor * (Quantiles.of(rates, p) - median);
            quantiles.put(p, Math.clamp(corrected, 0, 1));
        }
        return quantiles;
    }
}
