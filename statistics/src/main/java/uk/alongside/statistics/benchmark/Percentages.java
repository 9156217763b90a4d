package uk.alongside.statistics.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rates from 0 to 1 as the percentages that pages show. */
final class Percentages {

    private Percentages() {}

    /** Rounds half to even, on the exact value of the double. */
    static BigDecimal shown(double rate, int decimals) {
        return new BigDecimal(rate * 100).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
