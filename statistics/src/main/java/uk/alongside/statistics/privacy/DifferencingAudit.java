package uk.alongside.statistics.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether some combination of released sums and of the sheets of a few other councils is made of one council's sheets
 * alone. Linear algebra in whole numbers: the answer is exact.
 *
 * <p>Source: Dobkin, Jones and Lipton (1979), Secure databases: protection against user influence, for sums as
 * linear equations; Hundepool and others (2012), Statistical disclosure control, for coalitions.
 *
 * @param determined councils of which a sheet, or a combination of sheets, can be worked out
 * @param correctionsReadable councils of which only the difference between two versions of a sheet can
 */
public record DifferencingAudit(Set<String> determined, Set<String> correctionsReadable) {

    /** One sealed sheet of a council in one version. */
    public record Sheet(String council, String period, String specification, int version) {}

    public DifferencingAudit {
        determined = Set.copyOf(determined);
        correctionsReadable = Set.copyOf(correctionsReadable);
    }

    /** Returns whether the sums may be released. */
    public boolean passes() {
        return determined.isEmpty();
    }

    /**
     * Audits released sums.
     *
     * @param sums each the sheets that it adds up
     * @param coalition how many other councils may put their own sheets together
     */
    public static DifferencingAudit of(List<? extends Set<Sheet>> sums, int coalition) {
        var search = new Search(sums, coalition);
        var determined = new TreeSet<String>();
        var readable = new TreeSet<String>();
        for (var council : search.exposed()) {
            switch (search.worst(council)) {
                case SHEET -> determined.add(council);
                case CORRECTION -> readable.add(council);
                case NOTHING -> {}
            }
        }
        return new DifferencingAudit(determined, readable);
    }

    /** The kinds of what can be worked out about a council, the least first. */
    private enum Finding {
        NOTHING,
        CORRECTION,
        SHEET
    }

    /** The councils that have sheets in a column, or in columns of the same direction. */
    private record Owners(List<BigInteger> column, Set<String> councils) {}

    /**
     * The search over councils and coalitions.
     *
     * <p>A column says in which sums a sheet is. Where more councils share a column than one council and its coalition
     * are, the column must vanish from every combination that counts. This settles nearly all councils at once; only
     * those that have a rarer column are searched.
     */
    private static final class Search {

        private final int coalition;
        private final Combinations combinations;
        private final Map<Sheet, List<BigInteger>> columns = new LinkedHashMap<>();

        /** By the direction of a column among the combinations that are left. */
        private Map<List<BigInteger>, Owners> owners = Map.of();

        Search(List<? extends Set<Sheet>> sums, int coalition) {
            if (coalition < 0) {
                throw new IllegalArgumentException("A coalition has at least no member.");
            }
            this.coalition = coalition;
            for (var i = 0; i < sums.size(); i++) {
                for (var sheet : sums.get(i)) {
                    columns.computeIfAbsent(sheet, _ -> zeros(sums.size())).set(i, BigInteger.ONE);
                }
            }
            var left = Combinations.all(sums.size());
            // Columns can become equal when combinations are taken away, so that more of them are shared by many.
            for (var before = -1; before != left.dimension(); ) {
                before = left.dimension();
                owners = owners(left);
                for (var owned : owners.values()) {
                    if (owned.councils().size() > coalition + 1) {
                        left = left.cancelling(owned.column());
                    }
                }
            }
            combinations = left;
        }

        /** Returns the councils of which some sheet is in a combination that is left. */
        Set<String> exposed() {
            var exposed = new TreeSet<String>();
            owners.values().forEach(owned -> exposed.addAll(owned.councils()));
            return exposed;
        }

        /** Returns the most that any coalition works out about a council. */
        Finding worst(String council) {
            var others = new ArrayList<>(exposed());
            others.remove(council);
            var known = new HashSet<>(Set.of(council));
            return worst(council, others, 0, Math.min(coalition, others.size()), known);
        }

        /** A larger coalition knows no less, so only the largest ones are tried. */
        private Finding worst(String council, List<String> others, int from, int missing, Set<String> known) {
            if (missing == 0) {
                return finding(council, known);
            }
            var worst = Finding.NOTHING;
            for (var i = from; i + missing <= others.size() && worst != Finding.SHEET; i++) {
                known.add(others.get(i));
                var found = worst(council, others, i + 1, missing - 1, known);
                known.remove(others.get(i));
                worst = found.compareTo(worst) > 0 ? found : worst;
            }
            return worst;
        }

        private Finding finding(String council, Set<String> known) {
            var left = Combinations.all(combinations.dimension());
            for (var owned : owners.entrySet()) {
                if (!known.containsAll(owned.getValue().councils())) {
                    left = left.cancelling(owned.getKey());
                }
            }
            var sheets = new HashMap<List<String>, List<BigInteger>>();
            var anything = false;
            for (var column : columns.entrySet()) {
                var sheet = column.getKey();
                if (sheet.council().equals(council)) {
                    var reduced = combinations.of(column.getValue());
                    anything |= !left.cancel(reduced);
                    sheets.merge(List.of(sheet.period(), sheet.specification()), reduced, Search::sum);
                }
            }
            for (var sheet : sheets.values()) {
                if (!left.cancel(sheet)) {
                    return Finding.SHEET;
                }
            }
            return anything ? Finding.CORRECTION : Finding.NOTHING;
        }

        private Map<List<BigInteger>, Owners> owners(Combinations left) {
            var found = new LinkedHashMap<List<BigInteger>, Owners>();
            columns.forEach((sheet, column) -> {
                var direction = Combinations.primitive(left.of(column));
                if (direction.stream().anyMatch(number -> number.signum() != 0)) {
                    found.computeIfAbsent(direction, _ -> new Owners(column, new TreeSet<>()))
                            .councils()
                            .add(sheet.council());
                }
            });
            return found;
        }

        private static List<BigInteger> zeros(int length) {
            var zeros = new ArrayList<BigInteger>(length);
            for (var i = 0; i < length; i++) {
                zeros.add(BigInteger.ZERO);
            }
            return zeros;
        }

        private static List<BigInteger> sum(List<BigInteger> a, List<BigInteger> b) {
            var sum = new ArrayList<BigInteger>(a.size());
            for (var i = 0; i < a.size(); i++) {
                sum.add(a.get(i).add(b.get(i)));
            }
            return sum;
        }
    }
}
