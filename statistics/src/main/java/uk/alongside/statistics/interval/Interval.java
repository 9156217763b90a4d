package uk.alongside.statistics.interval;

import org.jspecify.annotations.Nullable;

/**
 * The two ends of a confidence interval, in the unit of the figure.
 *
 * @param lower null if the method defines no lower end
 * @param upper null if the method defines no upper end
 */
public record Interval(@Nullable Double lower, @Nullable Double upper) {

    /** The interval of a figure that is not defined, such as a proportion of no one. */
    public static final Interval UNDEFINED = new Interval(null, null);
}
