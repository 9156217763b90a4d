package uk.alongside.statistics.chart;

/**
 * The rules by which a series of points shows a special cause. The length of a run and of a trend is 7, as in NHS
 * charts.
 *
 * <p>Source: NHS England, Making Data Count.
 */
public final class SpecialCauseRules {

    /** How many points in a row make a run or a trend. */
    public static final int LENGTH = 7;

    private SpecialCauseRules() {}

    /**
     * Returns for each point whether it ends seven on one side of the mean: 1 above, -1 below, 0 neither.
     *
     * @param sides 1 above the mean, -1 below, 0 on it, which ends a run
     */
    public static int[] runs(int[] sides) {
        var ends = new int[sides.length];
        var length = 0;
        for (var i = 0; i < sides.length; i++) {
            length = sides[i] == 0 ? 0 : i > 0 && sides[i] == sides[i - 1] ? length + 1 : 1;
            ends[i] = length >= LENGTH ? sides[i] : 0;
        }
        return ends;
    }

    /**
     * Returns for each point whether it ends a trend of seven points: 1 rising, -1 falling, 0 neither. A trend may
     * cross the mean; equal neighbours end it.
     */
    public static int[] trends(double[] values) {
        var ends = new int[values.length];
        var steps = 0;
        var direction = 0;
        for (var i = 1; i < values.length; i++) {
            var next = Double.compare(values[i], values[i - 1]);
            steps = next == 0 ? 0 : next == direction ? steps + 1 : 1;
            direction = next;
            ends[i] = steps >= LENGTH - 1 ? direction : 0;
        }
        return ends;
    }

    /**
     * Returns for each point whether it is in three neighbours on one side of the mean of which two or more are near
     * the limit: 1 above, -1 below, 0 neither. Three points that cross the mean are no such group.
     *
     * @param near whether a point is inside the limits and beyond two thirds of the way to them
     */
    public static int[] twoOfThree(boolean[] near, int[] sides) {
        var members = new int[near.length];
        for (var i = 0; i + 2 < near.length; i++) {
            var side = sides[i];
            var count = 0;
            for (var j = i; j < i + 3; j++) {
                side = sides[j] == side ? side : 0;
                count += near[j] ? 1 : 0;
            }
            for (var j = i; side != 0 && count >= 2 && j < i + 3; j++) {
                members[j] = side;
            }
        }
        return members;
    }

    /**
     * Spreads marks at the ends of runs or trends over all their points. A point that ends one and begins the next
     * belongs to the earlier one.
     */
    static int[] wholeOf(int[] ends) {
        var whole = new int[ends.length];
        for (var i = 0; i < ends.length; i++) {
            for (var j = i; j < Math.min(ends.length, i + LENGTH) && whole[i] == 0; j++) {
                whole[i] = ends[j];
            }
        }
        return whole;
    }
}
