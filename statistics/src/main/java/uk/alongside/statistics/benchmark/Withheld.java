package uk.alongside.statistics.benchmark;

/** The reason why a figure is not released. It depends only on numbers that are released or that noise hides. */
public enum Withheld {
    FEWER_THAN_FIVE_CONTRIBUTORS,
    /** The noise would change the figure too much. */
    PRECISION,
    FEWER_THAN_FIFTEEN_CONTRIBUTORS,
    FEWER_THAN_TEN_PRECISE_ENOUGH,
    /** The differences between councils are no larger than the noise. */
    DIFFERENCES_LIKE_NOISE
}
