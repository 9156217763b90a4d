package uk.alongside.tenant.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.alongside.tenant.authorityfact.AuthorityFact;

/**
 * The public size of a local authority, and the other public measures that an operator loaded.
 *
 * @param area in whole square kilometres, at least 1
 * @param others the loaded measures, by name
 */
record AuthoritySize(String code, int population, int area, Map<String, BigDecimal> others) {

    static final String POPULATION = AuthorityFact.POPULATION;

    /** People for each square kilometre. */
    static final String DENSITY = "density";

    AuthoritySize {
        others = Map.copyOf(others);
    }

    AuthoritySize(String code, int population, int area) {
        this(code, population, area, Map.of());
    }

    /** Returns the value by which councils are cut, or nothing if it is not known. */
    Optional<BigDecimal> of(String measure) {
        return switch (measure) {
            case POPULATION -> Optional.of(BigDecimal.valueOf(population));
            case DENSITY ->
                Optional.of(BigDecimal.valueOf(population).divide(BigDecimal.valueOf(area), 2, RoundingMode.HALF_EVEN));
            default -> Optional.ofNullable(others.get(measure));
        };
    }

    /** Returns the loaded measures that all of these councils have, in the order of their names. */
    static Set<String> othersOfAll(List<AuthoritySize> councils) {
        var shared = new HashSet<String>();
        councils.stream().map(council -> council.others().keySet()).findFirst().ifPresent(shared::addAll);
        councils.forEach(council -> shared.retainAll(council.others().keySet()));
        return new TreeSet<>(shared);
    }
}
