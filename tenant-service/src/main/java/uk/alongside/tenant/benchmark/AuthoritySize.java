package uk.alongside.tenant.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The public size of a local authority.
 *
 * @param area in whole square kilometres, at least 1
 */
record AuthoritySize(String code, int population, int area) {

    /** Returns the value by which councils are cut. */
    BigDecimal of(Measure measure) {
        return switch (measure) {
            case POPULATION -> BigDecimal.valueOf(population);
            case DENSITY -> BigDecimal.valueOf(population).divide(BigDecimal.valueOf(area), 2, RoundingMode.HALF_EVEN);
        };
    }

    /** The measures by which councils are cut, in turn. */
    enum Measure {
        POPULATION,
        /** People for each square kilometre. */
        DENSITY
    }
}
