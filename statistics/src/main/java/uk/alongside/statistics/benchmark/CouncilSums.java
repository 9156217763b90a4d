package uk.alongside.statistics.benchmark;

/**
 * The sums of one council's sealed sheets in a window.
 *
 * @param numerator noised; may be below 0
 * @param denominator noised; may be below 0
 * @param sheets how many sheets are in the sums, at least 1
 */
public record CouncilSums(long numerator, long denominator, int sheets) {

    public CouncilSums {
        if (sheets < 1) {
            throw new IllegalArgumentException("Sums rest on at least one sheet.");
        }
    }
}
