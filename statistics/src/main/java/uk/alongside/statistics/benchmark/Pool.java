package uk.alongside.statistics.benchmark;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate of all councils of a pool together.
 *
 * @param weightCap null if no council has more than a fifth of the weight
 * @param largestWeightShare from 0 to 1
 * @param rate from 0 to 1
 * @param privacySd standard deviation that the noise alone gives to the rate
 * @param weight sum of the denominators before capping
 */
record Pool(@Nullable Double weightCap, double largestWeightShare, double rate, double privacySd, double weight) {

    /** Returns the pool, or nothing if the capped weights add up to nothing. */
    static Optional<Pool> of(List<CouncilSums> councils, NoisyCells cells) {
        var denominators =
                councils.stream().mapToDouble(CouncilSums::denominator).toArray();
        var cap = WeightCap.of(denominators);
        var limit = cap.orElse(Double.POSITIVE_INFINITY);
        var numerator = 0.0;
        var capped = 0.0;
        var uncapped = 0.0;
        var largest = Double.NEGATIVE_INFINITY;
        for (var council : councils) {
            double denominator = council.denominator();
            var weight = Math.min(denominator, limit);
            numerator += council.numerator() * share(council, limit);
            capped += weight;
            uncapped += denominator;
            largest = Math.max(largest, weight);
        }
        if (capped <= 0) {
            return Optional.empty();
        }
        var rate = Math.clamp(numerator / capped, 0, 1);
        var variance = 0.0;
        for (var council : councils) {
            var share = share(council, limit);
            variance += cells.variance(rate, council.sheets()) * share * share;
        }
        return Optional.of(new Pool(
                cap.isPresent() ? limit : null, largest / capped, rate, Math.sqrt(variance) / capped, uncapped));
    }

    /** Returns the part of a council's sums that the cap leaves. */
    private static double share(CouncilSums council, double limit) {
        return council.denominator() <= limit ? 1 : limit / council.denominator();
    }
}
