package uk.alongside.statistics.benchmark;

/**
 * The noised cells behind a rate, on one sheet.
 *
 * @param numerator how many cells are added up in the numerator
 * @param denominator how many in the denominator
 * @param shared how many are in both
 * @param sigma standard deviation of the noise on each cell
 */
public record NoisyCells(int numerator, int denominator, int shared, double sigma) {

    public NoisyCells {
        if (numerator < 1 || denominator < 1 || shared < 0 || shared > Math.min(numerator, denominator)) {
            throw new IllegalArgumentException("No rate of " + numerator + " cells and " + denominator);
        }
    }

    /** Returns the variance that the noise gives to numerator - rate x denominator, over a number of sheets. */
    double variance(double rate, int sheets) {
        return sheets * sigma * sigma * (numerator + denominator * rate * rate - 2 * shared * rate);
    }
}
