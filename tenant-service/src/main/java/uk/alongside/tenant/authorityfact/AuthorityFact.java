package uk.alongside.tenant.authorityfact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A public number about a local authority.
 *
 * @param measure {@link #POPULATION}, {@link #AREA} or a name that an operator chose
 * @param code of the authority
 * @param asOf the day that the number describes
 * @param source where it was published
 */
public record AuthorityFact(String measure, String code, LocalDate asOf, BigDecimal value, String source) {

    /** The people of an authority, a whole number. */
    public static final String POPULATION = "population";

    /** Whole square kilometres. */
    public static final String AREA = "area";

    /** People for each square kilometre, which follows from the other two and is never loaded. */
    static final String DENSITY = "density";

    /** The identity of a fact. Names of measures that differ only in capital letters are one name. */
    record Key(String measure, String code, LocalDate asOf) {}

    Key key() {
        return new Key(measure.toLowerCase(Locale.ROOT), code, asOf);
    }

    /** Returns whether the other fact says the same of the same day. */
    boolean saysTheSameAs(AuthorityFact other) {
        return key().equals(other.key()) && value.compareTo(other.value) == 0 && source.equals(other.source);
    }
}
