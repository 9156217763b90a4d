package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.alongside.statistics.privacy.DifferencingAudit;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * The sheets behind the figures of one pool of councils in one window.
 *
 * @param name {@link #NATIONAL}, or a family
 * @param quarters the released quarters that are added up; none for sheets about a whole year
 */
record Pool(String name, Sheet kind, LocalDate from, LocalDate to, List<Quarter> quarters, List<SealedSheet> sheets) {

    static final String NATIONAL = "national";
    private static final int WINDOW = 4;

    Pool {
        quarters = List.copyOf(quarters);
        sheets = List.copyOf(sheets);
    }

    boolean isNational() {
        return name.equals(NATIONAL);
    }

    /** Returns the sheets of each council, in a fixed order. */
    SortedMap<UUID, List<SealedSheet>> councils() {
        return sheets.stream()
                .collect(Collectors.groupingBy(sheet -> sheet.id().council(), TreeMap::new, Collectors.toList()));
    }

    /** Returns the sheets as the audit of differences names them. */
    Set<DifferencingAudit.Sheet> sum() {
        return sheets.stream()
                .map(SealedSheet::id)
                .map(id -> new DifferencingAudit.Sheet(
                        id.council().toString(),
                        id.from().toString(),
                        Integer.toString(id.specification()),
                        id.version()))
                .collect(Collectors.toSet());
    }

    /** Returns whether the figures of the other pool are about the same councils and window. */
    boolean isSameAs(Pool other) {
        return name.equals(other.name) && kind == other.kind && from.equals(other.from) && to.equals(other.to);
    }

    /**
     * Returns the pools of a release.
     *
     * @param known the parts that may be used, each sheet in its newest version only
     * @param released the quarters that are released, this one included
     */
    static List<Pool> of(Quarter release, List<Part> known, List<Quarter> released) {
        var pools = new ArrayList<Pool>();
        var families = known.stream()
                .filter(part -> part.sheet().id().quarter().year().equals(release.year()))
                .map(Part::family)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        var upToNow = released.stream()
                .filter(quarter -> quarter.compareTo(release) <= 0)
                .sorted()
                .toList();
        pools.add(quarterly(NATIONAL, upToNow.subList(Math.max(0, upToNow.size() - WINDOW), upToNow.size()), known));
        var thisYear = upToNow.stream()
                .filter(quarter -> quarter.year().equals(release.year()))
                .toList();
        families.forEach(family -> pools.add(quarterly(family, thisYear, inFamily(known, family))));
        if (release.endsYear()) {
            pools.add(yearly(NATIONAL, Sheet.YEAR, release, known));
            families.forEach(family -> pools.add(yearly(family, Sheet.YEAR, release, inFamily(known, family))));
            pools.add(yearly(NATIONAL, Sheet.BREAKDOWNS, release, known));
        }
        return pools;
    }

    /** Returns the newest version of each sheet that had entered by a release. */
    static List<Part> knownAt(Quarter release, List<Part> parts, boolean demonstrations) {
        var entered = parts.stream()
                .filter(part -> part.release().compareTo(release) <= 0)
                .filter(part -> part.sheet().demonstration() == demonstrations)
                .filter(part -> part.sheet().id().specification() == SheetLayout.SPECIFICATION)
                .toList();
        var corrected = entered.stream()
                .map(part -> part.sheet().id())
                .filter(id -> id.version() == 2)
                .map(id -> id.withVersion(1))
                .collect(Collectors.toSet());
        return entered.stream()
                .filter(part -> !corrected.contains(part.sheet().id()))
                .toList();
    }

    private static List<Part> inFamily(List<Part> known, String family) {
        return known.stream().filter(part -> family.equals(part.family())).toList();
    }

    private static Pool quarterly(String name, List<Quarter> window, List<Part> known) {
        return new Pool(
                name,
                Sheet.QUARTER,
                window.getFirst().from(),
                window.getLast().last(),
                window,
                sheets(known, id -> id.kind() == Sheet.QUARTER && window.contains(id.quarter())));
    }

    private static Pool yearly(String name, Sheet kind, Quarter release, List<Part> known) {
        return new Pool(
                name,
                kind,
                release.year(),
                release.last(),
                List.of(),
                sheets(known, id -> id.kind() == kind && id.from().equals(release.year())));
    }

    private static List<SealedSheet> sheets(List<Part> known, Predicate<SealedSheet.Id> wanted) {
        return known.stream()
                .map(Part::sheet)
                .filter(sheet -> wanted.test(sheet.id()))
                .sorted(Comparator.comparing((SealedSheet sheet) -> sheet.id().council())
                        .thenComparing(sheet -> sheet.id().from()))
                .toList();
    }
}
