package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** The test of numbers that should be nothing but noise. It fails on sound noise once in a million times. */
final class Noise {

    private static final double RISK = 1e-6;
    private static final double SMALLEST_BIN = 25;

    private Noise() {}

    /** Compares the numbers with the discrete Gaussian of this standard deviation. */
    static void assertThatThisIsNoise(List<Integer> numbers, int sigma) {
        int far = 3 * sigma;
        while (numbers.size() * expected(sigma, far)[0] < SMALLEST_BIN) {
            far--;
        }
        var expected = expected(sigma, far);
        var seen = new long[expected.length];
        for (int number : numbers) {
            seen[Math.clamp(number, -far - 1, far + 1) + far + 1]++;
        }
        double all = numbers.size();
        double chi = IntStream.range(0, seen.length)
                .mapToDouble(at -> Math.pow((double) seen[at] - all * expected[at], 2) / (all * expected[at]))
                .sum();
        assertThat(chi)
                .isLessThan(
                        new ChiSquaredDistribution((double) seen.length - 1).inverseCumulativeProbability(1 - RISK));
    }

    /** Returns the chance of each value; the first and the last stand for all beyond. */
    private static double[] expected(int sigma, int far) {
        int wide = 20 * sigma;
        double whole = IntStream.rangeClosed(-wide, wide)
                .mapToDouble(value -> weight(value, sigma))
                .sum();
        var chances = new double[2 * far + 3];
        IntStream.rangeClosed(-wide, wide)
                .forEach(value ->
                        chances[Math.clamp(value, -far - 1, far + 1) + far + 1] += weight(value, sigma) / whole);
        return chances;
    }

    private static double weight(int value, int sigma) {
        return Math.exp(-(double) value * value / (2.0 * sigma * sigma));
    }
}
