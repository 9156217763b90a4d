package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/** Seals many sheets of a council without people. False alarms come once in a million runs. */
class BlurTest {

    private static final double RISK = 1e-6;
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @EnumSource
    void addsTheDiscreteGaussianOfTheSpecificationToEachCell(Sheet kind) {
        var layout = SheetLayout.of(kind);
        int far = 3 * layout.sigma();
        var seen = new long[2 * far + 3];
        var noPeople = Collections.nCopies(layout.cells(), 0);
        int sheets = DRAWS / layout.cells() + 1;

        for (int sheet = 0; sheet < sheets; sheet++) {
            for (int cell : Blur.draw(layout).over(noPeople)) {
                seen[Math.clamp(cell, -far - 1, far + 1) + far + 1]++;
            }
        }

        var expected = expected(layout.sigma(), far);
        double all = (double) Arrays.stream(seen).sum();
        double chi = IntStream.range(0, seen.length)
                .mapToDouble(at -> Math.pow((double) seen[at] - all * expected[at], 2) / (all * expected[at]))
                .sum();
        assertThat(chi)
                .isLessThan(
                        new ChiSquaredDistribution((double) seen.length - 1).inverseCumulativeProbability(1 - RISK));
        assertThat(all).isEqualTo((double) sheets * layout.cells());
    }

    @ParameterizedTest
    @EnumSource
    void drawsEverySheetAnew(Sheet kind) {
        var layout = SheetLayout.of(kind);
        var counts = IntStream.range(0, layout.cells()).boxed().toList();

        assertThat(Blur.draw(layout).over(counts))
                .isNotEqualTo(Blur.draw(layout).over(counts));
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
