package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.alongside.statistics.benchmark.MedianWait;
import uk.alongside.statistics.benchmark.MedianWait.Cells;
import uk.alongside.statistics.privacy.DiscreteGaussian;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.summary.Quantiles;

/**
 * How useful the median wait of made-up councils is, over many runs of the functions that make a release.
 *
 * @param released the share of runs in which it is released, from 0 to 1
 * @param error the mean distance in days from the median of the exact waits, of those that are released
 */
public record WaitUtility(int runs, double released, double error) {

    private static final double SIGMA = 6;

    /** How much waits differ, on the scale of their logarithms. */
    private static final double SPREAD = 0.8;

    /**
     * Runs a release many times.
     *
     * @param days the usual wait in the middle
     */
    public static WaitUtility of(double days, SimulatedPool.Size size, int runs, MadeUpChance chance) {
        var released = 0;
        var error = 0.0;
        for (var run = 0; run < runs; run++) {
            var place = chance.at(size.councils(), size.median(), size.sheets(), run);
            var waits = waits(days, size, place);
            var median = MedianWait.of(sealed(waits, size.sheets()), Rate.WAIT_BANDS, SIGMA);
            var shown = median.median();
            if (median.withheld() == null && shown != null) {
                released++;
                error += Math.abs(shown - exact(waits));
            }
        }
        return new WaitUtility(runs, (double) released / runs, error / released);
    }

    /** Returns the waits of each council's people in whole days. */
    private static List<double[]> waits(double days, SimulatedPool.Size size, MadeUpChance chance) {
        var people = size.people(chance);
        var councils = new ArrayList<double[]>();
        for (var council = 0; council < people.size(); council++) {
            var own = chance.at(council, 2);
            councils.add(own.waits(people.get(council) * size.sheets(), days, SPREAD));
        }
        return councils;
    }

    private static double exact(List<double[]> waits) {
        return Quantiles.of(waits.stream().flatMapToDouble(Arrays::stream).toArray(), 0.5);
    }

    private static List<Cells> sealed(List<double[]> waits, int sheets) {
        var noise = DiscreteGaussian.forFacts();
        return waits.stream()
                .map(own -> {
                    var cells = new long[Rate.WAIT_BANDS.size()];
                    for (var wait : own) {
                        cells[band(wait)]++;
                    }
                    for (var draw = 0; draw < cells.length * sheets; draw++) {
                        cells[draw % cells.length] += noise.draw();
                    }
                    return new Cells(Arrays.stream(cells).boxed().toList(), sheets);
                })
                .toList();
    }

    private static int band(double wait) {
        var band = 0;
        while (band + 1 < Rate.WAIT_BANDS.size()
                && wait >= Rate.WAIT_BANDS.get(band + 1).first()) {
            band++;
        }
        return band;
    }
}
