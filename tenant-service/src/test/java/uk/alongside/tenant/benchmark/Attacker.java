package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.alongside.tenant.benchmark.ReleaseFile.PoolFigures;

/**
 * A reader of every released file who even has each sum without rounding. Computes on other ways than the product: works
 * out the sums from the files, and solves them in a prime field.
 */
final class Attacker {

    private static final long PRIME = (1L << 31) - 1;

    private final List<Set<SealedSheet.Id>> sums;
    private final List<SealedSheet.Id> known;

    private Attacker(List<Set<SealedSheet.Id>> sums) {
        this.sums = sums;
        var all = new LinkedHashSet<SealedSheet.Id>();
        sums.forEach(all::addAll);
        this.known = List.copyOf(all);
    }

    /** Reads the released files. The parts say which sheet entered with which release and family. */
    static Attacker of(List<SignedRelease> releases, List<Part> parts) {
        var sums = new LinkedHashSet<Set<SealedSheet.Id>>();
        for (var release : releases) {
            var file = release.content();
            var until = release.period().from();
            file.pools().forEach(pool -> sums.add(sum(pool, until, parts)));
            file.restated().forEach(restated -> restated.pools().forEach(pool -> sums.add(sum(pool, until, parts))));
        }
        sums.removeIf(Set::isEmpty);
        return new Attacker(List.copyOf(sums));
    }

    /** Returns the sheets in a released sum; empty if it is withheld. */
    private static Set<SealedSheet.Id> sum(PoolFigures pool, LocalDate until, List<Part> parts) {
        var sheets = new HashSet<SealedSheet.Id>();
        if (pool.withheld() == null) {
            parts.stream()
                    .filter(part -> !part.release().from().isAfter(until))
                    .filter(part ->
                            pool.pool().equals("national") || pool.pool().equals(part.family()))
                    .map(part -> part.sheet().id())
                    .filter(id -> ReleaseFigures.word(id.kind()).equals(pool.sheet()))
                    .filter(id -> pool.quarters().isEmpty()
                            ? id.from().equals(pool.window().from())
                            : pool.quarters().contains(id.from()))
                    .forEach(sheets::add);
            Set.copyOf(sheets).stream().filter(id -> id.version() == 2).forEach(id -> sheets.remove(id.withVersion(1)));
        }
        return sheets;
    }

    int sums() {
        return sums.size();
    }

    /** Returns the councils, those first whose sheets are in sums with the fewest other councils. */
    List<UUID> councils() {
        var sharing = new HashMap<List<Integer>, Set<UUID>>();
        for (var sheet : known) {
            sharing.computeIfAbsent(pattern(sheet), _ -> new HashSet<>()).add(sheet.council());
        }
        var fewest = new HashMap<UUID, Integer>();
        for (var sheet : known) {
            fewest.merge(
                    sheet.council(),
                    sharing.getOrDefault(pattern(sheet), Set.of()).size(),
                    Math::min);
        }
        return fewest.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Integer> pattern(SealedSheet.Id sheet) {
        var in = new ArrayList<Integer>();
        for (var sum = 0; sum < sums.size(); sum++) {
            if (sums.get(sum).contains(sheet)) {
                in.add(sum);
            }
        }
        return in;
    }

    /**
     * Returns whether councils that put their own sheets together can work out a sheet of another one. The difference of
     * two versions of one sheet does not count.
     */
    boolean canWorkOut(UUID target, Collection<UUID> coalition) {
        var others = new LinkedHashSet<List<Long>>();
        var own = new HashMap<SealedSheet.Id, List<Long>>();
        for (var sheet : known) {
            if (sheet.council().equals(target)) {
                own.merge(sheet.withVersion(1), column(sheet), Attacker::plus);
            } else if (!coalition.contains(sheet.council())) {
                others.add(column(sheet));
            }
        }
        var all = new ArrayList<>(others);
        all.addAll(own.values());
        // Rows that vanish on all other sheets and not on the target's exist if the target's columns raise the rank.
        return rank(all) > rank(List.copyOf(others));
    }

    private List<Long> column(SealedSheet.Id sheet) {
        return sums.stream().map(sum -> sum.contains(sheet) ? 1L : 0L).toList();
    }

    private static List<Long> plus(List<Long> a, List<Long> b) {
        var sum = new ArrayList<Long>();
        for (var i = 0; i < a.size(); i++) {
            sum.add(a.get(i) + b.get(i));
        }
        return sum;
    }

    private static int rank(List<List<Long>> columns) {
        var left = new ArrayList<long[]>();
        columns.forEach(
                column -> left.add(column.stream().mapToLong(Long::longValue).toArray()));
        var rank = 0;
        var height = left.isEmpty() ? 0 : left.getFirst().length;
        for (var row = 0; row < height; row++) {
            var place = row;
            var pivot = left.stream().filter(column -> column[place] != 0).findFirst();
            if (pivot.isPresent()) {
                left.remove(pivot.get());
                rank++;
                var inverse = inverse(pivot.get()[row]);
                for (var column : left) {
                    var factor = column[row] * inverse % PRIME;
                    for (var i = row; i < height; i++) {
                        column[i] = Math.floorMod(column[i] - factor * pivot.get()[i] % PRIME, PRIME);
                    }
                }
            }
        }
        return rank;
    }

    /** Returns the inverse by Fermat: number to the power of the prime less two. */
    private static long inverse(long number) {
        var result = 1L;
        var square = number;
        for (var power = PRIME - 2; power > 0; power >>= 1) {
            result = (power & 1) == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }
}
