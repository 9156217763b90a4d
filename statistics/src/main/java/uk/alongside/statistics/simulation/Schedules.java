package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import uk.alongside.statistics.privacy.DifferencingAudit;
import uk.alongside.statistics.privacy.DifferencingAudit.Sheet;

/**
 * Many histories of councils that join, leave, miss a release or fall into other families each April, and what the audit
 * of differences did with them.
 *
 * @param releases in all histories
 * @param familiesWithheld releases of which the families were withheld
 * @param everythingWithheld releases of which everything was
 * @param readable councils of which, after all, a sheet can be worked out, by other equations than those of the audit
 */
public record Schedules(int histories, int releases, int familiesWithheld, int everythingWithheld, int readable) {

    private static final int FEWEST = 5;
    private static final int FEWEST_IN_A_FAMILY = 15;
    private static final int COALITION = 3;
    private static final int COALITIONS_TRIED = 40;
    private static final int WINDOW = 4;
    private static final long PRIME = 2_147_483_647L;

    /** Runs histories in which half of the councils come and go. */
    public static Schedules of(int councils, int quarters, int histories, MadeUpChance chance) {
        var families = 0;
        var everything = 0;
        var readable = 0;
        for (var history = 0; history < histories; history++) {
            var place = chance.at(councils, history);
            var sealed = sealed(councils, quarters, place);
            var released = new ArrayList<Set<Sheet>>();
            for (var quarter = 0; quarter < quarters; quarter++) {
                var national = window(sealed, Math.max(0, quarter - WINDOW + 1), quarter, _ -> true);
                var drafts = new ArrayList<Set<Sheet>>(List.of(national));
                for (var half = 0; half < 2 && councils >= 2 * FEWEST_IN_A_FAMILY; half++) {
                    var family = half;
                    var year = quarter / WINDOW;
                    drafts.add(window(
                            sealed,
                            year * WINDOW,
                            quarter,
                            council -> (place.at(year, council, 2).uniform() < 0.5 ? 0 : 1) == family));
                }
                drafts.removeIf(
                        sum -> sum.stream().map(Sheet::council).distinct().count() < FEWEST);
                if (isSafe(released, drafts)) {
                    released.addAll(drafts);
                } else if (isSafe(released, drafts.subList(0, Math.min(1, drafts.size())))) {
                    families++;
                    released.addAll(drafts.subList(0, Math.min(1, drafts.size())));
                } else {
                    everything++;
                }
            }
            readable += readable(councils, released, place);
        }
        return new Schedules(histories, histories * quarters, families, everything, readable);
    }

    /** Returns the sheets that entered each quarter. */
    private static List<List<Sheet>> sealed(int councils, int quarters, MadeUpChance chance) {
        var sealed = new ArrayList<List<Sheet>>();
        for (var quarter = 0; quarter < quarters; quarter++) {
            var entering = new ArrayList<Sheet>();
            for (var council = 0; council < councils; council++) {
                var own = chance.at(council, 3);
                var steady = own.uniform() < 0.5;
                var joins = steady ? 0 : (int) (own.uniform() * quarters);
                var leaves = steady ? quarters : joins + 1 + (int) (own.uniform() * quarters);
                var late = chance.at(council, quarter, 4).uniform() < 0.05;
                if (quarter >= joins && quarter < leaves && !late) {
                    entering.add(new Sheet("council " + council, "quarter " + quarter, "1", 1));
                }
            }
            sealed.add(entering);
        }
        return sealed;
    }

    private static Set<Sheet> window(List<List<Sheet>> sealed, int from, int to, Predicate<Integer> isIn) {
        var sum = new HashSet<Sheet>();
        for (var quarter = from; quarter <= to; quarter++) {
            for (var sheet : sealed.get(quarter)) {
                if (isIn.test(Integer.valueOf(sheet.council().substring("council ".length())))) {
                    sum.add(sheet);
                }
            }
        }
        return sum;
    }

    private static boolean isSafe(List<Set<Sheet>> released, List<Set<Sheet>> drafts) {
        var all = new ArrayList<>(released);
        all.addAll(drafts);
        return DifferencingAudit.of(all, COALITION).passes();
    }

    /** Returns how many councils some coalition can read: their columns raise the rank above that of all others. */
    private static int readable(int councils, List<Set<Sheet>> released, MadeUpChance chance) {
        var readable = 0;
        for (var council = 0; council < councils; council++) {
            var target = "council " + council;
            var found = false;
            for (var attempt = 0; attempt < COALITIONS_TRIED && !found; attempt++) {
                var coalition = coalition(councils, chance.at(council, attempt, 5));
                var others = sheets(released, name -> !name.equals(target) && !coalition.contains(name));
                var withTarget = sheets(released, name -> !coalition.contains(name));
                found = !coalition.contains(target) && rank(released, others) < rank(released, withTarget);
            }
            readable += found ? 1 : 0;
        }
        return readable;
    }

    private static Set<String> coalition(int councils, MadeUpChance chance) {
        var members = new HashSet<String>();
        for (var member = 0; member < COALITION; member++) {
            members.add("council " + (int) (chance.uniform() * councils));
        }
        return members;
    }

    private static List<Sheet> sheets(List<Set<Sheet>> sums, Predicate<String> ofCouncil) {
        return sums.stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(sheet -> ofCouncil.test(sheet.council()))
                .toList();
    }

    /** Returns the rank of the sums over these sheets, by elimination modulo a prime. */
    private static int rank(List<Set<Sheet>> sums, List<Sheet> sheets) {
        var rows = new long[sums.size()][sheets.size()];
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < sheets.size(); column++) {
                rows[row][column] = sums.get(row).contains(sheets.get(column)) ? 1 : 0;
            }
        }
        var rank = 0;
        for (var column = 0; column < sheets.size() && rank < rows.length; column++) {
            var pivot = rank;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            var swap = rows[pivot];
            rows[pivot] = rows[rank];
            rows[rank] = swap;
            for (var row = rank + 1; row < rows.length; row++) {
                eliminate(rows[rank], rows[row], column);
            }
            rank++;
        }
        return rank;
    }

    /** Multiplies crosswise, so that no inverse is needed. */
    private static void eliminate(long[] pivot, long[] row, int column) {
        var factor = row[column];
        for (var at = column; at < row.length && factor != 0; at++) {
            row[at] = Math.floorMod(row[at] * pivot[column] % PRIME - factor * pivot[at] % PRIME, PRIME);
        }
    }
}
