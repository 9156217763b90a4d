package uk.alongside.statistics.chart;

import uk.alongside.statistics.distribution.BinomialDistribution;

/**
 * The rules of a run chart: an unusually long run on one side of the centre line, or unusually few crossings of it.
 *
 * <p>Source: Anhøj and Olesen (2014), Run charts revisited, PLoS ONE 9. Points on the line do not count.
 *
 * @param longestRun points in the longest run
 * @param longestRunLimit the longest that chance explains; 0 if no point counts
 * @param crossings how often the line is crossed
 * @param crossingsLimit the fewest that chance explains
 */
public record RunRules(int longestRun, int longestRunLimit, int crossings, int crossingsLimit) {

    private static final double CHANCE = 0.05;

    /**
     * Returns the rules for a series.
     *
     * @param sides 1 above the centre line, -1 below, 0 on it
     */
    public static RunRules of(int[] sides) {
        var useful = 0;
        var crossings = 0;
        var run = 0;
        var longest = 0;
        var last = 0;
        for (var side : sides) {
            if (side == 0) {
                continue;
            }
            useful++;
            crossings += last != 0 && side != last ? 1 : 0;
            run = side == last ? run + 1 : 1;
            longest = Math.max(longest, run);
            last = side;
        }
        return new RunRules(
                longest,
                useful == 0 ? 0 : (int) Math.rint(Math.log(useful) / Math.log(2)) + 3,
                crossings,
                fewest(useful - 1));
    }

    /** Returns whether either rule shows a shift that chance does not explain. */
    public boolean signal() {
        return longestRun > longestRunLimit || crossings < crossingsLimit;
    }

    private static int fewest(int chances) {
        var fewest = 0;
        while (fewest < chances && BinomialDistribution.cumulative(fewest, chances, 0.5) < CHANCE) {
            fewest++;
        }
        return fewest;
    }
}
