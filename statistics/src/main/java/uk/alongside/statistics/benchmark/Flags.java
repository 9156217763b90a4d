package uk.alongside.statistics.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.distribution.StudentDistribution;
import uk.alongside.statistics.funnel.Scale;

/**
 * "Worth a look": which of a council's own figures are further from the others than chance, noise and the usual spread
 * explain.
 *
 * <p>Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, JRSS B 57, over the measures of one
 * council and release. The z is on the arcsine scale; its p is Student's, with one degree of freedom fewer than the
 * councils behind the usual spread.
 *
 * @param compared how many measures could be compared
 * @param threshold the largest p that is flagged; null if no measure is
 * @param results one for each measure, in their order
 */
public record Flags(int compared, @Nullable Double threshold, List<Result> results) {

    /** The direction in which a figure is worth a look. */
    public enum Flag {
        NONE,
        LOWER,
        HIGHER
    }

    /**
     * One measure of a council beside its pool.
     *
     * @param x people in the council's own exact numerator
     * @param n people in its denominator; 0 cannot be compared
     * @param rate pooled, between 0 and 1
     * @param privacySd standard deviation of the pooled rate by noise
     * @param tau2 the usual spread ({@link Spread#tau2Flag}); null if the release has none
     * @param councils how many councils are behind the usual spread
     */
    public record Measure(
            long x,
            long n,
            double rate,
            double privacySd,
            @Nullable Double tau2,
            int councils) {}

    /**
     * The result for one measure.
     *
     * @param z null if the measure cannot be compared
     * @param p two-sided; null if the measure cannot be compared
     * @param flag null if the measure cannot be compared
     */
    public record Result(
            @Nullable Double z,
            @Nullable Double p,
            @Nullable Flag flag) {}

    public Flags {
        results = List.copyOf(results);
    }

    private record Comparison(double z, double p) {}

    /**
     * Returns the flags of a council for one release.
     *
     * @param falseDiscoveryRate the share of flags that may be chance, such as 0.05
     */
    public static Flags of(List<Measure> measures, double falseDiscoveryRate) {
        var comparisons = measures.stream().map(Flags::compare).toList();
        var ps = comparisons.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Comparison::p)
                .sorted()
                .toArray();
        var threshold = threshold(ps, falseDiscoveryRate);
        var results = new ArrayList<Result>(measures.size());
        for (var comparison : comparisons) {
            results.add(comparison
                    .map(found -> new Result(found.z(), found.p(), flag(found, threshold)))
                    .orElseGet(() -> new Result(null, null, null)));
        }
        return new Flags(ps.length, threshold, results);
    }

    private static Optional<Comparison> compare(Measure measure) {
        if (measure.n() == 0 || measure.tau2() == null || measure.councils() < 2) {
            return Optional.empty();
        }
        var rate = measure.rate();
        var difference = Scale.ARCSINE.transform((double) measure.x() / measure.n()) - Scale.ARCSINE.transform(rate);
        var variance = Scale.ARCSINE.variance((double) measure.n())
                + measure.tau2()
                + measure.privacySd() * measure.privacySd() / (4 * rate * (1 - rate));
        var z = difference / Math.sqrt(variance);
        return Optional.of(new Comparison(z, StudentDistribution.twoSided(z, measure.councils() - 1)));
    }

    /** Returns the largest p that is at most its share of the rate; all smaller ones are flagged with it. */
    private static @Nullable Double threshold(double[] rising, double falseDiscoveryRate) {
        for (var i = rising.length; i > 0; i--) {
            if (rising[i - 1] <= falseDiscoveryRate * i / rising.length) {
                return rising[i - 1];
            }
        }
        return null;
    }

    private static Flag flag(Comparison found, @Nullable Double threshold) {
        if (threshold == null || found.p() > threshold) {
            return Flag.NONE;
        }
        return found.z() < 0 ? Flag.LOWER : Flag.HIGHER;
    }
}
