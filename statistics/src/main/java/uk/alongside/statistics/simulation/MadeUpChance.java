package uk.alongside.statistics.simulation;

/**
 * Numbers that look like chance and are the same again for the same seed and place. They make up counts. Noise is never
 * drawn from them.
 *
 * <p>Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, for the mixing function.
 */
public final class MadeUpChance {

    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private final long origin;
    private long next;

    private MadeUpChance(long origin) {
        this.origin = origin;
        this.next = origin;
    }

    public static MadeUpChance of(long seed) {
        return new MadeUpChance(mixed(seed + STEP));
    }

    /** Returns the numbers of a place, such as a council and a quarter. They do not depend on what was drawn before. */
    public MadeUpChance at(long... place) {
        var at = origin;
        for (var part : place) {
            at = mixed(at + STEP * (part + 1));
        }
        return new MadeUpChance(mixed(at + STEP));
    }

    /** Returns a number from 0 to below 1. */
    public double uniform() {
        next += STEP;
        return (mixed(next) >>> 11) * UNIT;
    }

    /** Returns a number of the standard normal distribution (Box and Muller, 1958). */
    public double normal() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** Returns the size of a council: log-normal around a median. */
    public double size(double median, double spread) {
        return median * Math.exp(spread * normal());
    }

    /** Returns how many whole days each of some people waits: log-normal around a median. */
    double[] waits(int people, double median, double spread) {
        var waits = new double[people];
        for (var person = 0; person < people; person++) {
            waits[person] = Math.rint(size(median, spread));
        }
        return waits;
    }

    /** Returns how many of some people are in each cell, if each is in one by chance. */
    public int[] people(int people, double... shares) {
        var cells = new int[shares.length];
        for (var person = 0; person < people; person++) {
            var left = uniform();
            var cell = 0;
            while (cell < shares.length - 1 && left >= shares[cell]) {
                left -= shares[cell++];
            }
            cells[cell]++;
        }
        return cells;
    }

    private static long mixed(long number) {
        var z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
