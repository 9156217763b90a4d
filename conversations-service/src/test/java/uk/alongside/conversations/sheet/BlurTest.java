package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.SheetLayout;

/** Seals many sheets of a council without people. False alarms come once in a million runs. */
class BlurTest {

    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @EnumSource
    @DisplayName("Attack 6: a true zero is noised like others, in each cell of each kind of sheet")
    void addsTheDiscreteGaussianOfTheSpecificationToEachCell(Sheet kind) {
        var layout = SheetLayout.of(kind);
        var noPeople = Collections.nCopies(layout.cells(), 0);
        int sheets = DRAWS / layout.cells() + 1;
        var numbers = new ArrayList<Integer>();

        for (int sheet = 0; sheet < sheets; sheet++) {
            numbers.addAll(Blur.draw(layout).over(noPeople));
        }

        Noise.assertThatThisIsNoise(numbers, layout.sigma());
        assertThat(numbers).hasSize(sheets * layout.cells());
    }

    @ParameterizedTest
    @EnumSource
    void drawsEverySheetAnew(Sheet kind) {
        var layout = SheetLayout.of(kind);
        var counts = IntStream.range(0, layout.cells()).boxed().toList();

        assertThat(Blur.draw(layout).over(counts))
                .isNotEqualTo(Blur.draw(layout).over(counts));
    }

    /**
     * The time to draw the noise of a sheet, by rank, against the noise of each cell. Under no relation the correlation of
     * ranks times the root of the sheets is normal, and of 33 cells one is above 5.7 once in 2.5 million runs.
     */
    @Test
    @DisplayName("Attack 24: job time uncorrelated with any cell's noise")
    void itsTimeSaysNothingAboutTheNoiseOfACell() {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var noPeople = Collections.nCopies(layout.cells(), 0);
        int sheets = 3000;
        var times = new ArrayList<Double>();
        var drawn = new ArrayList<List<Integer>>();
        for (int sheet = 0; sheet < sheets; sheet++) {
            long begun = System.nanoTime();
            var blur = Blur.draw(layout);
            times.add((double) (System.nanoTime() - begun));
            drawn.add(blur.over(noPeople));
        }

        var timeRanks = ranks(times);
        double worst = 0;
        for (int cell = 0; cell < layout.cells(); cell++) {
            int place = cell;
            var noise = drawn.stream().map(sheet -> (double) sheet.get(place)).toList();
            worst = Math.max(worst, Math.abs(correlation(timeRanks, ranks(noise))) * Math.sqrt(sheets - 1.0));
        }

        System.out.printf(Locale.ROOT, "Attack 24: largest z of 33 cells %.2f, bound 5.7%n", worst);
        assertThat(worst).isLessThan(5.7);
    }

    /** Returns the rank of each value. Equal values are ranked in the order in which they came. */
    private static double[] ranks(List<Double> values) {
        var order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        var ranks = new double[values.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank)] = rank;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double mean = (a.length - 1) / 2.0;
        double both = 0;
        double one = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - mean) * (b[i] - mean);
            one += (a[i] - mean) * (a[i] - mean);
        }
        return both / one;
    }
}
