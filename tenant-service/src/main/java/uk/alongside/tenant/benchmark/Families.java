package uk.alongside.tenant.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The families of councils of similar size, for one year. The contributors are cut at the median of population, then
 * each half at the median of density, then by each measure that an operator loaded and that all of them have, and so in
 * turn, while both halves keep fifteen. Without a cut there is no family.
 *
 * @param cuts each node before those below it
 */
record Families(List<Cut> cuts) {

    private static final int FEWEST = 15;
    private static final String LOWER = "L";
    private static final String UPPER = "U";

    /**
     * One cut. A council is in the upper half if its value is higher, or the same with this code or a later one.
     *
     * @param node the way to the cut from the root, L for the lower half and U for the upper
     */
    record Cut(String node, String measure, BigDecimal value, String code) {

        /** Returns the half in which a council falls, or nothing if its value is not known. */
        private Optional<String> below(AuthoritySize council) {
            return council.of(measure).map(own -> {
                var byValue = own.compareTo(value);
                boolean upper = byValue == 0 ? council.code().compareTo(code) >= 0 : byValue > 0;
                return node + (upper ? UPPER : LOWER);
            });
        }

        boolean leadsTo(String family) {
            return family.startsWith(node) && family.length() > node.length();
        }

        boolean isUpperOf(String family) {
            return family.startsWith(node + UPPER);
        }
    }

    Families {
        cuts = List.copyOf(cuts);
    }

    static Families of(List<AuthoritySize> contributors) {
        var measures = Stream.concat(
                        Stream.of(AuthoritySize.POPULATION, AuthoritySize.DENSITY),
                        AuthoritySize.othersOfAll(contributors).stream())
                .toList();
        var cuts = new ArrayList<Cut>();
        cut("", contributors, measures, cuts);
        return new Families(cuts);
    }

    private static void cut(String node, List<AuthoritySize> councils, List<String> measures, List<Cut> cuts) {
        if (councils.size() / 2 < FEWEST) {
            return;
        }
        var measure = measures.get(node.length() % measures.size());
        var rising = councils.stream()
                .sorted(Comparator.comparing(
                                (AuthoritySize council) -> council.of(measure).orElseThrow())
                        .thenComparing(AuthoritySize::code))
                .toList();
        var half = rising.size() / 2;
        var firstOfUpper = rising.get(half);
        cuts.add(new Cut(node, measure, firstOfUpper.of(measure).orElseThrow(), firstOfUpper.code()));
        cut(node + LOWER, rising.subList(0, half), measures, cuts);
        cut(node + UPPER, rising.subList(half, rising.size()), measures, cuts);
    }

    /** Returns the family in which a council falls, or nothing if there are no families or a value of it is not known. */
    Optional<String> of(AuthoritySize council) {
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        var node = "";
        for (var cut = at(node); cut.isPresent(); cut = at(node)) {
            var below = cut.get().below(council);
            if (below.isEmpty()) {
                return Optional.empty();
            }
            node = below.get();
        }
        return Optional.of(node);
    }

    /** Returns the names of all families, in order. */
    List<String> names() {
        if (cuts.isEmpty()) {
            return List.of();
        }
        var names = new HashSet<String>();
        cuts.forEach(cut -> List.of(LOWER, UPPER).forEach(half -> names.add(cut.node() + half)));
        cuts.forEach(cut -> names.remove(cut.node()));
        return names.stream().sorted().toList();
    }

    /** Returns the cuts that bound a family, the first one first. */
    List<Cut> bounding(String family) {
        return cuts.stream()
                .filter(cut -> cut.leadsTo(family))
                .sorted(Comparator.comparingInt(cut -> cut.node().length()))
                .toList();
    }

    private Optional<Cut> at(String node) {
        return cuts.stream().filter(cut -> cut.node().equals(node)).findFirst();
    }
}
