package uk.alongside.tenant.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.AcrossCouncils;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.tenant.benchmark.ReleaseAudit.Sum;
import uk.alongside.tenant.benchmark.ReleaseFile.Bound;
import uk.alongside.tenant.benchmark.ReleaseFile.Breakdown;
import uk.alongside.tenant.benchmark.ReleaseFile.Family;
import uk.alongside.tenant.benchmark.ReleaseFile.Period;
import uk.alongside.tenant.benchmark.ReleaseFile.PoolFigures;
import uk.alongside.tenant.benchmark.ReleaseFile.Restated;

/** Makes the release of a quarter, in one transaction: its sheets, its families, its file and the signature. */
@Service
class ReleaseMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseMaker.class);

    private final Sheets sheets;
    private final FamilyRegister families;
    private final Releases releases;
    private final SigningKeys keys;
    private final Clock clock;

    ReleaseMaker(Sheets sheets, FamilyRegister families, Releases releases, SigningKeys keys, Clock clock) {
        this.sheets = sheets;
        this.families = families;
        this.releases = releases;
        this.keys = keys;
        this.clock = clock;
    }

    /** A release failed its audit, so that it was not signed. The message has no number of a sheet. */
    static final class ReleaseNotMade extends RuntimeException {

        private static final long serialVersionUID = 1;

        ReleaseNotMade(Quarter quarter, List<String> findings) {
            super("The benchmarks of the quarter from " + quarter.from() + " are not released. "
                    + String.join(" ", findings));
        }
    }

    /** How much of a release is withheld, so that no sheet of one council can be worked out. */
    private enum Withholding {
        NOTHING,
        FAMILIES,
        EVERYTHING;

        boolean holdsBack(Pool pool) {
            return this == EVERYTHING || (this == FAMILIES && !pool.isNational());
        }
    }

    /** A file before it is signed, and the sums behind its figures. */
    private record Draft(ReleaseFile file, List<Sum> sums) {}

    /** Returns the earliest quarter that is due, has sheets and is not released. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public Optional<Quarter> due() {
        return due(sheets.all(), releases.all());
    }

    /**
     * Makes the release that is due.
     *
     * @throws ReleaseNotMade if its audit fails; then nothing is stored
     */
    @AcrossCouncils
    @Transactional
    public Optional<Quarter> makeDue() {
        var earlier = releases.all();
        var found = due(sheets.all(), earlier);
        found.ifPresent(quarter -> make(quarter, earlier));
        return found;
    }

    /** Returns the family of a council in the year of a quarter, also if the council has no sheet in it. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public Optional<String> family(UUID council, @Nullable String authority, Quarter quarter) {
        var ofYear = families.ofYear(quarter.year());
        var sizes = families.sizes().stream().collect(Collectors.toMap(AuthoritySize::code, size -> size));
        return sheets.parts().stream()
                .filter(part -> part.sheet().id().council().equals(council))
                .filter(part -> part.sheet().id().quarter().year().equals(quarter.year()))
                .findFirst()
                .map(part -> Optional.ofNullable(part.family()))
                .orElseGet(() -> placed(authority, sizes, ofYear));
    }

    private Optional<Quarter> due(List<SealedSheet> all, List<SignedRelease> earlier) {
        var today = LocalDate.now(clock);
        return all.stream()
                .filter(sheet -> sheet.demonstration() == isOfDemonstrations(all))
                .map(SealedSheet::id)
                .filter(id -> id.kind() == Sheet.QUARTER)
                .map(SealedSheet.Id::quarter)
                .filter(quarter -> !quarter.dueOn().isAfter(today))
                .filter(quarter ->
                        earlier.isEmpty() || quarter.compareTo(earlier.getLast().period()) > 0)
                .min(Comparator.naturalOrder());
    }

    /** Demonstration councils are compared only where no other council has a sheet. */
    private static boolean isOfDemonstrations(List<SealedSheet> all) {
        return all.stream().allMatch(SealedSheet::demonstration);
    }

    private void make(Quarter quarter, List<SignedRelease> earlier) {
        var all = sheets.all();
        boolean madeUp = isOfDemonstrations(all);
        var before = sheets.parts();
        var ofYear = familiesOf(quarter, earlier, before, madeUp);
        var entering = entering(quarter, all, before, madeUp);
        var placed = inFamilies(quarter, entering, before, ofYear);
        placed.forEach(sheets::enter);

        var parts = sheets.parts();
        var madeOn = LocalDate.now(clock);
        var restates = restates(quarter, entering, before, earlier);
        var draft = safeDraft(quarter, madeOn, madeUp, ofYear, parts, restates, earlier);
        var text = draft.file().text();
        audit(
                quarter,
                text,
                () -> safeDraft(quarter, madeOn, madeUp, ofYear, sheets.parts(), restates, earlier)
                        .file()
                        .text(),
                parts,
                earlier);
        var unsigned = new SignedRelease(quarter, madeOn, text, keys.current(), "", restates);
        releases.add(new SignedRelease(quarter, madeOn, text, keys.current(), keys.sign(unsigned.bytes()), restates));
        LOG.info(
                "The benchmarks of the quarter from {} are released. The blurred size of {} corrections can be read.",
                quarter.from(),
                ReleaseAudit.readableCorrections(draft.sums()));
    }

    /**
     * Returns the families of the quarter's year. The first release of a year cuts the contributors of the quarter before.
     * If that release is of demonstration councils and this one is not, there are no families until the next year.
     */
    private Families familiesOf(Quarter quarter, List<SignedRelease> earlier, List<Part> before, boolean madeUp) {
        var year = quarter.year();
        var ofYear = earlier.stream()
                .filter(release -> release.period().year().equals(year))
                .toList();
        if (!ofYear.isEmpty()) {
            return ofYear.getFirst().content().madeUp() == madeUp ? families.ofYear(year) : new Families(List.of());
        }
        var codes = before.stream()
                .map(Part::sheet)
                .filter(sheet -> sheet.demonstration() == madeUp)
                .filter(sheet -> sheet.id().kind() == Sheet.QUARTER
                        && sheet.id().from().equals(new Quarter(year).previous().from()))
                .map(SealedSheet::authority)
                .collect(Collectors.toSet());
        var cut = Families.of(families.sizes().stream()
                .filter(size -> codes.contains(size.code()))
                .toList());
        families.add(year, cut);
        return cut;
    }

    /** Returns the sheets that enter with this quarter: its own, and the corrections of those that entered before. */
    private static List<SealedSheet> entering(
            Quarter quarter, List<SealedSheet> all, List<Part> before, boolean madeUp) {
        var entered = before.stream().map(part -> part.sheet().id()).collect(Collectors.toSet());
        var newest = new HashMap<SealedSheet.Id, SealedSheet>();
        all.stream()
                .filter(sheet -> sheet.demonstration() == madeUp)
                .filter(sheet -> sheet.id().specification() == SheetLayout.SPECIFICATION)
                .filter(sheet -> sheet.id().quarter().equals(quarter))
                .forEach(sheet -> newest.merge(
                        sheet.id().withVersion(1), sheet, (a, b) -> a.id().version() > b.id().version() ? a : b));
        var corrections = all.stream()
                .filter(sheet -> sheet.id().version() == 2)
                .filter(sheet -> !entered.contains(sheet.id()))
                .filter(sheet -> entered.contains(sheet.id().withVersion(1)));
        return Stream.concat(newest.values().stream(), corrections)
                .sorted(Comparator.comparing((SealedSheet sheet) -> sheet.id().toString()))
                .toList();
    }

    /** A council keeps its family from April to March, and a correction that of the sheet that it corrects. */
    private List<Part> inFamilies(Quarter quarter, List<SealedSheet> entering, List<Part> before, Families ofYear) {
        var sizes = families.sizes().stream().collect(Collectors.toMap(AuthoritySize::code, size -> size));
        var kept = new HashMap<UUID, Optional<String>>();
        before.stream()
                .filter(part -> part.sheet().id().quarter().year().equals(quarter.year()))
                .forEach(part -> kept.put(part.sheet().id().council(), Optional.ofNullable(part.family())));
        var earlier = new HashMap<SealedSheet.Id, Optional<String>>();
        before.forEach(part -> earlier.put(part.sheet().id(), Optional.ofNullable(part.family())));
        return entering.stream()
                .map(sheet -> {
                    var corrected = earlier.get(sheet.id().withVersion(1));
                    var family = corrected != null
                            ? corrected
                            : kept.getOrDefault(sheet.id().council(), placed(sheet.authority(), sizes, ofYear));
                    return new Part(sheet, quarter, family.orElse(null));
                })
                .toList();
    }

    private static Optional<String> placed(
            @Nullable String authority, Map<String, AuthoritySize> sizes, Families ofYear) {
        return Optional.ofNullable(authority).map(sizes::get).flatMap(ofYear::of);
    }

    /** Returns the earlier releases of which some figure holds a sheet that is corrected now. */
    private static List<Quarter> restates(
            Quarter quarter, List<SealedSheet> entering, List<Part> before, List<SignedRelease> earlier) {
        var corrected = new HashSet<SealedSheet.Id>();
        entering.stream()
                .map(sheet -> sheet.id().withVersion(1))
                .filter(first ->
                        before.stream().anyMatch(part -> part.sheet().id().equals(first)))
                .forEach(corrected::add);
        var released = earlier.stream().map(SignedRelease::period).toList();
        return released.stream()
                .filter(release -> Pool.of(release, before, released).stream()
                        .flatMap(pool -> pool.sheets().stream())
                        .anyMatch(sheet -> corrected.contains(sheet.id().withVersion(1))))
                .filter(release -> release.compareTo(quarter) < 0)
                .toList();
    }

    /** Returns the fullest draft of which the sums, with all earlier ones, show no sheet of one council. */
    private Draft safeDraft(
            Quarter quarter,
            LocalDate madeOn,
            boolean madeUp,
            Families ofYear,
            List<Part> parts,
            List<Quarter> restates,
            List<SignedRelease> earlier) {
        var history = history(parts, earlier);
        for (var withholding : Withholding.values()) {
            var draft = draft(quarter, madeOn, madeUp, ofYear, parts, restates, earlier, withholding);
            var sums = Stream.concat(history.stream(), draft.sums().stream()).toList();
            if (ReleaseAudit.isSafe(sums)) {
                return new Draft(draft.file(), sums);
            }
            LOG.warn("The benchmarks from {} with {} withheld would show one council.", quarter.from(), withholding);
        }
        throw new ReleaseNotMade(quarter, List.of("Earlier releases show the sheet of one council."));
    }

    private static Draft draft(
            Quarter quarter,
            LocalDate madeOn,
            boolean madeUp,
            Families ofYear,
            List<Part> parts,
            List<Quarter> restates,
            List<SignedRelease> earlier,
            Withholding withholding) {
        var known = Pool.knownAt(quarter, parts, madeUp);
        var released = withThis(quarter, earlier);
        var sums = new ArrayList<Sum>();
        var own = content(quarter, known, released, withholding, sums);
        var restated = restates.stream()
                .map(release -> content(release, known, released, withholding, sums))
                .toList();
        return new Draft(
                new ReleaseFile(
                        ReleaseFile.FORMAT,
                        own.period(),
                        madeOn,
                        SheetLayout.SPECIFICATION,
                        madeUp,
                        families(ofYear),
                        own.pools(),
                        own.breakdowns(),
                        restated),
                sums);
    }

    private static Restated content(
            Quarter release, List<Part> known, List<Quarter> released, Withholding withholding, List<Sum> sums) {
        var pools = Pool.of(release, known, released);
        var figures = pools.stream()
                .map(pool -> ReleaseFigures.of(pool, withholding.holdsBack(pool)))
                .toList();
        sums.addAll(ReleaseAudit.sums(pools, figures));
        return new Restated(new Period(release.from(), release.last()), figures, breakdowns(release, pools, figures));
    }

    private static List<Breakdown> breakdowns(Quarter release, List<Pool> pools, List<PoolFigures> figures) {
        var year = new Period(release.year(), release.last());
        var headlines = figures.stream()
                .filter(pool ->
                        pool.pool().equals(Pool.NATIONAL) && pool.window().equals(year))
                .toList();
        for (var i = 0; i < pools.size(); i++) {
            if (pools.get(i).kind() == Sheet.BREAKDOWNS) {
                return ReleaseFigures.breakdowns(pools.get(i), figures.get(i), headlines);
            }
        }
        return List.of();
    }

    private static List<Family> families(Families ofYear) {
        return ofYear.names().stream()
                .map(family -> new Family(
                        family,
                        ofYear.bounding(family).stream()
                                .map(cut -> new Bound(
                                        cut.measure(),
                                        cut.isUpperOf(family) ? "upper" : "lower",
                                        cut.value(),
                                        cut.code()))
                                .toList()))
                .toList();
    }

    /** Returns the quarters that are released with this one, in order. */
    private static List<Quarter> withThis(Quarter quarter, List<SignedRelease> earlier) {
        return Stream.concat(earlier.stream().map(SignedRelease::period), Stream.of(quarter))
                .toList();
    }

    /** Returns the sums behind all figures that are released already. */
    private static List<Sum> history(List<Part> parts, List<SignedRelease> earlier) {
        var released = earlier.stream().map(SignedRelease::period).toList();
        var sums = new ArrayList<Sum>();
        for (var release : earlier) {
            var file = release.content();
            var known = Pool.knownAt(release.period(), parts, file.madeUp());
            sums.addAll(ReleaseAudit.sums(Pool.of(release.period(), known, released), file.pools()));
            for (var restated : file.restated()) {
                var pools = Pool.of(new Quarter(restated.period().from()), known, released);
                sums.addAll(ReleaseAudit.sums(pools, restated.pools()));
            }
        }
        return sums;
    }

    private void audit(
            Quarter quarter, String text, Supplier<String> again, List<Part> parts, List<SignedRelease> earlier) {
        var findings = new ArrayList<String>();
        if (!again.get().equals(text)) {
            findings.add("The figures are not the same when they are computed again.");
        }
        if (!ReleaseFile.read(text).text().equals(text)) {
            findings.add("The file holds something that is not on the list of figures.");
        }
        var released = withThis(quarter, earlier);
        findings.addAll(ReleaseAudit.overlaps(Pool.of(quarter, parts, released)));
        findings.addAll(ReleaseAudit.overBudget(parts));
        findings.addAll(ReleaseAudit.changed(earlier, keys));
        if (!findings.isEmpty()) {
            throw new ReleaseNotMade(quarter, findings);
        }
    }
}
