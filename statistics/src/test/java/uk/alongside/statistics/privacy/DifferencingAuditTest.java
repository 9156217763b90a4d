package uk.alongside.statistics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.privacy.DifferencingAudit.Sheet;

class DifferencingAuditTest {

    @Test
    void noReleaseGivesNothingAway() {
        var audit = DifferencingAudit.of(List.of(), 3);

        assertThat(audit.passes()).isTrue();
        assertThat(audit.correctionsReadable()).isEmpty();
    }

    @Test
    void aSumOverOneCouncilIsItsSheet() {
        assertThat(DifferencingAudit.of(List.of(Set.of(sheet("a", "q1"))), 0).determined())
                .containsExactly("a");
    }

    @Test
    void aCoalitionLargerThanAllOthersIsAllOfThem() {
        var sum = Set.of(sheet("a", "q1"), sheet("b", "q1"));

        assertThat(DifferencingAudit.of(List.of(sum), 0).passes()).isTrue();
        assertThat(DifferencingAudit.of(List.of(sum), 9).determined()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theSameSumTwiceSaysNoMore() {
        var sum = Set.of(sheet("a", "q1"), sheet("b", "q1"));

        assertThat(DifferencingAudit.of(List.of(sum, sum), 0).passes()).isTrue();
    }

    @Test
    void theSumOfTwoQuartersOfOneCouncilIsFound() {
        var year = Set.of(sheet("a", "q1"), sheet("a", "q2"), sheet("b", "q1"));
        var rest = Set.of(sheet("b", "q1"));

        assertThat(DifferencingAudit.of(List.of(year, rest), 0).determined()).contains("a");
    }

    @Test
    void aDifferenceOfTwoSumsWithAFactorIsFound() {
        var twice = Set.of(sheet("a", "q1"), sheet("b", "q1"));
        var other = Set.of(sheet("a", "q1"), sheet("c", "q1"));
        var third = Set.of(sheet("b", "q1"), sheet("c", "q1"));

        assertThat(DifferencingAudit.of(List.of(twice, other, third), 0).determined())
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aNationOfCouncilsAndFamiliesOverThreeYearsIsAuditedWithoutASearch() {
        var sums = new ArrayList<Set<Sheet>>();
        for (var quarter = 0; quarter < 12; quarter++) {
            sums.add(council(0, 154, quarter));
            for (var family = 0; family < 8; family++) {
                sums.add(council(family * 19, family * 19 + 19, quarter));
            }
            if (quarter >= 3) {
                var window = new HashSet<Sheet>();
                for (var back = 0; back < 4; back++) {
                    window.addAll(council(0, 154, quarter - back));
                }
                sums.add(window);
            }
        }

        // The last two councils are in no family, so nation less families is theirs alone.
        assertThat(DifferencingAudit.of(sums, 3).determined()).containsExactlyInAnyOrder("152", "153");
    }

    /** Compares with a search over every coalition that takes no short cut and computes with a large prime. */
    @Test
    void anyReleaseIsJudgedAsByTheFullSearch() {
        var random = new Random(20261129);
        for (var round = 0; round < 300; round++) {
            var sheets = new ArrayList<Sheet>();
            var councils = 3 + random.nextInt(4);
            for (var council = 0; council < councils; council++) {
                for (var period : List.of("q1", "q2")) {
                    sheets.add(sheet("c" + council, period));
                }
                if (random.nextInt(3) == 0) {
                    sheets.add(new Sheet("c" + council, "q1", "s", 2));
                }
            }
            var sums = new ArrayList<Set<Sheet>>();
            var count = 1 + random.nextInt(6);
            for (var i = 0; i < count; i++) {
                var sum = new LinkedHashSet<>(sheets);
                sum.removeIf(_ -> random.nextInt(4) == 0);
                sums.add(sum);
            }
            var coalition = random.nextInt(4);

            assertThat(DifferencingAudit.of(sums, coalition))
                    .as("%s with %s", sums, coalition)
                    .isEqualTo(FullSearch.of(sums, sheets, coalition));
        }
    }

    private static Sheet sheet(String council, String period) {
        return new Sheet(council, period, "s", 1);
    }

    private static Set<Sheet> council(int from, int to, int quarter) {
        var sheets = new HashSet<Sheet>();
        for (var council = from; council < to; council++) {
            sheets.add(sheet(String.valueOf(council), "q" + quarter));
        }
        return sheets;
    }

    /** For each council and each coalition, compares the dimensions of what is known with and without its sheets. */
    private static final class FullSearch {

        private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

        static DifferencingAudit of(List<? extends Set<Sheet>> sums, List<Sheet> sheets, int coalition) {
            var councils = new TreeSet<String>();
            sheets.forEach(sheet -> councils.add(sheet.council()));
            var determined = new TreeSet<String>();
            var readable = new TreeSet<String>();
            for (var council : councils) {
                for (var known : subsets(List.copyOf(councils), coalition)) {
                    if (known.contains(council)) {
                        continue;
                    }
                    var rows = new ArrayList<BigInteger[]>();
                    for (var sum : sums) {
                        rows.add(row(sheets, sum));
                    }
                    for (var sheet : sheets) {
                        if (known.contains(sheet.council())) {
                            rows.add(row(sheets, Set.of(sheet)));
                        }
                    }
                    // The part of the row space that lies in the council's own sheets has this dimension.
                    var own = sheets.stream()
                            .filter(sheet -> sheet.council().equals(council))
                            .toList();
                    var outside = dimension(without(rows, sheets, own));
                    var inside = dimension(rows) - outside;
                    var unversioned = dimension(merged(rows, sheets, own)) - outside;
                    if (unversioned > 0) {
                        determined.add(council);
                    } else if (inside > 0) {
                        readable.add(council);
                    }
                }
            }
            readable.removeAll(determined);
            return new DifferencingAudit(determined, readable);
        }

        private static List<Set<String>> subsets(List<String> councils, int size) {
            var subsets = new ArrayList<Set<String>>();
            for (var bits = 0; bits < 1 << councils.size(); bits++) {
                if (Integer.bitCount(bits) <= size) {
                    var subset = new HashSet<String>();
                    for (var i = 0; i < councils.size(); i++) {
                        if ((bits >> i & 1) == 1) {
                            subset.add(councils.get(i));
                        }
                    }
                    subsets.add(subset);
                }
            }
            return subsets;
        }

        private static BigInteger[] row(List<Sheet> sheets, Set<Sheet> sum) {
            return sheets.stream()
                    .map(sheet -> sum.contains(sheet) ? BigInteger.ONE : BigInteger.ZERO)
                    .toArray(BigInteger[]::new);
        }

        private static List<BigInteger[]> without(List<BigInteger[]> rows, List<Sheet> sheets, List<Sheet> own) {
            return rows.stream()
                    .map(row -> {
                        var left = row.clone();
                        for (var i = 0; i < left.length; i++) {
                            left[i] = own.contains(sheets.get(i)) ? BigInteger.ZERO : left[i];
                        }
                        return left;
                    })
                    .toList();
        }

        /** Adds up the versions of each sheet of one council, so that a difference between two of them vanishes. */
        private static List<BigInteger[]> merged(List<BigInteger[]> rows, List<Sheet> sheets, List<Sheet> own) {
            return rows.stream()
                    .map(row -> {
                        var left = row.clone();
                        for (var i = 0; i < left.length; i++) {
                            var sheet = sheets.get(i);
                            var first = new Sheet(sheet.council(), sheet.period(), sheet.specification(), 1);
                            if (own.contains(sheet) && sheet.version() > 1) {
                                var place = sheets.indexOf(first);
                                left[place] = left[place].add(left[i]);
                                left[i] = BigInteger.ZERO;
                            }
                        }
                        return left;
                    })
                    .toList();
        }

        private static int dimension(List<BigInteger[]> rows) {
            var left = new ArrayList<>(rows.stream().map(BigInteger[]::clone).toList());
            var dimension = 0;
            var width = left.isEmpty() ? 0 : left.getFirst().length;
            for (var column = 0; column < width; column++) {
                BigInteger[] pivot = null;
                for (var row : left) {
                    if (pivot == null && row[column].signum() != 0) {
                        pivot = row;
                    }
                }
                if (pivot != null) {
                    left.remove(pivot);
                    dimension++;
                    var inverse = pivot[column].modInverse(PRIME);
                    for (var row : left) {
                        var factor = row[column].multiply(inverse).mod(PRIME);
                        for (var i = 0; i < width; i++) {
                            row[i] = row[i].subtract(factor.multiply(pivot[i])).mod(PRIME);
                        }
                    }
                }
            }
            return dimension;
        }
    }
}
