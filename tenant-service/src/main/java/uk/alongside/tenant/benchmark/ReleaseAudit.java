package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import uk.alongside.statistics.privacy.DifferencingAudit;
import uk.alongside.statistics.privacy.YearLedger;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** The checks before a release is signed. */
final class ReleaseAudit {

    private static final int COALITION = 3;

    /** The most that the sheets about one year of a council may cost in rho. */
    private static final double YEAR_CAP = 0.88;

    private ReleaseAudit() {}

    /** A pool whose figures are released, or would be. */
    record Sum(Sheet kind, Set<DifferencingAudit.Sheet> sheets) {}

    /** Returns the sums behind the figures of a release. */
    static List<Sum> sums(List<Pool> pools, List<ReleaseFile.PoolFigures> figures) {
        return pools.stream()
                .filter(pool -> figures.stream().anyMatch(figure -> figure.isOf(pool) && figure.withheld() == null))
                .map(pool -> new Sum(pool.kind(), pool.sum()))
                .toList();
    }

    /**
     * Returns whether no three councils together can work out a sheet of a fourth from released sums. A sum of one kind
     * of sheet says nothing about the other kinds.
     */
    static boolean isSafe(List<Sum> sums) {
        return Arrays.stream(Sheet.values())
                .allMatch(kind ->
                        DifferencingAudit.of(sumsOf(kind, sums), COALITION).passes());
    }

    /** Returns the number of councils whose correction shows its blurred size. */
    static int readableCorrections(List<Sum> sums) {
        return (int) Arrays.stream(Sheet.values())
                .flatMap(kind -> DifferencingAudit.of(sumsOf(kind, sums), COALITION).correctionsReadable().stream())
                .distinct()
                .count();
    }

    private static List<Set<DifferencingAudit.Sheet>> sumsOf(Sheet kind, List<Sum> sums) {
        return sums.stream()
                .filter(sum -> sum.kind() == kind)
                .map(Sum::sheets)
                .distinct()
                .toList();
    }

    /** Returns why the pools of a release are not laminar; empty if they are. */
    static List<String> overlaps(List<Pool> pools) {
        var findings = new ArrayList<String>();
        for (var kind : Sheet.values()) {
            var seen = new HashSet<UUID>();
            for (var pool : pools) {
                if (pool.kind() == kind && !pool.isNational()) {
                    for (var council : pool.councils().keySet()) {
                        if (!seen.add(council)) {
                            findings.add("A council is in two families.");
                        }
                    }
                }
            }
        }
        return findings;
    }

    /** Returns why the sheets cost more than a year may; empty if they do not. */
    static List<String> overBudget(List<Part> parts) {
        var findings = new ArrayList<String>();
        var years = new TreeMap<CouncilYear, YearLedger>();
        var rising = parts.stream()
                .map(part -> part.sheet().id())
                .sorted((a, b) -> Integer.compare(a.version(), b.version()))
                .toList();
        for (var id : rising) {
            var year = new CouncilYear(id.council(), id.quarter().year());
            var before = years.getOrDefault(year, YearLedger.empty(YEAR_CAP));
            // A second version that came before the release of the first one entered alone. It counts as both.
            var base = id.version() == 2 && !hasFirst(parts, id)
                    ? before.seal(id.kind()).orElse(before)
                    : before;
            var after = id.version() == 1 ? base.seal(id.kind()) : base.correct(id.kind());
            if (after.isEmpty()) {
                findings.add("A council sealed more about one year than is allowed.");
            }
            years.put(year, after.orElse(before));
        }
        return findings;
    }

    private static boolean hasFirst(List<Part> parts, SealedSheet.Id second) {
        return parts.stream().anyMatch(part -> part.sheet().id().equals(second.withVersion(1)));
    }

    private record CouncilYear(UUID council, LocalDate year) implements Comparable<CouncilYear> {

        @Override
        public int compareTo(CouncilYear other) {
            var byCouncil = council.compareTo(other.council);
            return byCouncil == 0 ? year.compareTo(other.year) : byCouncil;
        }
    }

    /** Returns why earlier releases are not as they were signed; empty if they are. */
    static List<String> changed(List<SignedRelease> releases, SigningKeys keys) {
        return releases.stream()
                .filter(release -> !keys.verify(release))
                .map(release -> "The release of " + release.period().from()
                        + " is not what was signed, or its key is not in the file of keys.")
                .toList();
    }
}
