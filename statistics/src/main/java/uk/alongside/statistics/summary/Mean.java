package uk.alongside.statistics.summary;

/** The mean, with a second pass that takes away the rounding of the first: the mean of equal values is that value. */
public final class Mean {

    private Mean() {}

    /** Returns the mean of at least one value. */
    public static double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No mean of no values");
        }
        var first = 0.0;
        for (var value : values) {
            first += value / values.length;
        }
        var rest = 0.0;
        for (var value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }
}
