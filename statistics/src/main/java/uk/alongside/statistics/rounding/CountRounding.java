package uk.alongside.statistics.rounding;

import java.util.OptionalLong;

/**
 * Rules by which a count is rounded or suppressed before it leaves the council. An empty result is suppressed and is
 * shown as such, never as 0.
 */
public final class CountRounding {

    private CountRounding() {}

    /** Rounds to the nearest multiple of 5. Counts may be below 0 after noise. */
    public static long toNearestFive(long count) {
        return Math.floorDiv(count + 2, 5) * 5;
    }

    /** Suppresses 1 to 7 and rounds other counts to the nearest 5. Source: OpenSAFELY, statistical disclosure control. */
    public static OptionalLong withoutOneToSeven(long count) {
        return isOneToSeven(notNegative(count)) ? OptionalLong.empty() : OptionalLong.of(toNearestFive(count));
    }

    /** Moves a count to the middle of its group of six (1 to 6 is 3, 7 to 12 is 9). Source: OpenSAFELY. */
    public static long toMidpointOfSix(long count) {
        return notNegative(count) == 0 ? 0 : Math.ceilDiv(count, 6) * 6 - 3;
    }

    /**
     * Shows 1 to 7 as 5 and rounds other counts to the nearest 5.
     *
     * <p>Source: NHS England, disclosure control for hospital episode statistics below national level.
     */
    public static long asNhsEngland(long count) {
        return isOneToSeven(notNegative(count)) ? 5 : toNearestFive(count);
    }

    /** Suppresses counts below 10 and rounds others to the nearest 5. Source: Office for National Statistics. */
    public static OptionalLong withoutBelowTen(long count) {
        return notNegative(count) < 10 ? OptionalLong.empty() : OptionalLong.of(toNearestFive(count));
    }

    private static boolean isOneToSeven(long count) {
        return count >= 1 && count <= 7;
    }

    private static long notNegative(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("Not a count: " + count);
        }
        return count;
    }
}
