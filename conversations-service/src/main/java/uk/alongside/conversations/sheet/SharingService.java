package uk.alongside.conversations.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.sheet.FactCounts.Exact;
import uk.alongside.conversations.sheet.SharingView.CorrectionView;
import uk.alongside.conversations.sheet.SharingView.NextSheetView;
import uk.alongside.conversations.sheet.SharingView.YearView;
import uk.alongside.conversations.sheet.SheetRefusal.CorrectionUsed;
import uk.alongside.conversations.sheet.SheetRefusal.SharingIsOff;
import uk.alongside.conversations.sheet.SheetRefusal.StaleSharing;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/** Shows leads what the council shares, and lets them turn sharing on or off and ask for the correction of a year. */
@Service
class SharingService {

    /** A large council is counted for longer than other answers may take, but no longer than the gateway waits. */
    private static final int SECONDS = 60;

    private final SealedSheets sheets;
    private final Sharings sharings;
    private final SheetCorrections corrections;
    private final FactCounts counts;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    SharingService(
            SealedSheets sheets,
            Sharings sharings,
            SheetCorrections corrections,
            FactCounts counts,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.sheets = sheets;
        this.sharings = sharings;
        this.corrections = corrections;
        this.counts = counts;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** The exact cells of the sheet that is sealed next, and those of the period before. */
    record NextSheet(SheetPeriod period, Exact now, Exact before) {

        /** Leaves the counts out, because records are written to logs. */
        @Override
        public String toString() {
            return "NextSheet[" + period + "]";
        }
    }

    @Transactional(readOnly = true)
    SharingView find() {
        return view();
    }

    /** Turns sharing on or off if the version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    SharingView change(boolean shares, long version) {
        sheets.lock();
        var before = sharings.find();
        if (before.version() != version) {
            throw new StaleSharing(view()).refused();
        }
        if (before.shares() != shares) {
            sharings.save(
                    shares,
                    new Sharing.Change(
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            Caller.current().member()));
            audit.changed("sheet-sharing", CouncilContext.council(), shares ? "turned-on" : "turned-off");
        }
        return view();
    }

    /** Returns the sealed sheets, the latest period first. */
    @Transactional(readOnly = true)
    List<SealedSheet> sealed() {
        return sheets.all();
    }

    /** Counts the sheet of this kind that is sealed next. */
    @Transactional(readOnly = true, timeout = SECONDS)
    NextSheet next(Sheet kind) {
        var period = nextOf(kind, sheets.all());
        var exact = counts.of(List.of(period, period.previous()));
        return new NextSheet(period, exact.getFirst(), exact.getLast());
    }

    /** Keeps the correction that a lead asks for. It is drawn at the next exchange. */
    @Transactional
    CorrectionView correct(Sheet kind, LocalDate from, String reason, String key) {
        var sheet = new SheetKey(kind, from, SheetLayout.SPECIFICATION, 1);
        return requests.once(
                key,
                "POST /api/sheet-corrections",
                List.of(sheet, reason),
                fresh -> add(new SheetCorrection(
                        fresh,
                        sheet,
                        reason,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Caller.current().member())),
                first -> view(corrections.all().stream()
                        .filter(correction -> correction.id().equals(first))
                        .findFirst()
                        .orElseThrow(Refused::notFound)));
    }

    private CorrectionView add(SheetCorrection correction) {
        sheets.lock();
        if (sheets.find(correction.corrected()).isEmpty()) {
            throw Refused.notFound();
        }
        if (!sharings.find().shares()) {
            throw new SharingIsOff().refused();
        }
        var allowed = sheets.ledger(correction.year())
                .flatMap(ledger -> ledger.correct(correction.corrected().kind()));
        if (allowed.isEmpty() || !corrections.add(correction)) {
            throw new CorrectionUsed().refused();
        }
        audit.changed(SheetCorrections.KIND, correction.id(), "asked-for");
        audit.value("sheet", null, correction.corrected().words());
        return view(correction);
    }

    private SharingView view() {
        var sharing = sharings.find();
        var sealed = sheets.all();
        var asked = corrections.all();
        var change = sharing.changed();
        return new SharingView(
                sharing.shares(),
                change == null ? null : change.at(),
                change == null ? null : name(change.by().value()),
                Arrays.stream(Sheet.values())
                        .map(kind -> nextOf(kind, sealed))
                        .map(period -> NextSheetView.of(period, sharing.covers(period, clock.getZone())))
                        .toList(),
                years(sealed, asked),
                sharing.version());
    }

    private List<YearView> years(List<SealedSheet> sealed, List<SheetCorrection> asked) {
        return Stream.concat(
                        sealed.stream().map(sheet -> sheet.key().period().ledgerYear()),
                        Stream.of(SheetPeriod.of(Sheet.YEAR, today()).ledgerYear()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> year(year, sealed, asked))
                .toList();
    }

    private YearView year(int year, List<SealedSheet> sealed, List<SheetCorrection> asked) {
        var period = SheetPeriod.of(Sheet.YEAR, LocalDate.of(year, Month.APRIL, 1));
        var ledger = sheets.ledger(year);
        var correction = asked.stream().filter(each -> each.year() == year).findFirst();
        var numbers = sealed.stream()
                .filter(sheet -> sheet.key().period().ledgerYear() == year)
                .count();
        return new YearView(
                period.from(),
                period.lastDay(),
                (int) numbers,
                percent(ledger.map(YearLedger::rhoSpent).orElse(SealedSheets.CAP)),
                percent(ledger.map(YearLedger::rhoStillToSeal).orElse(0.0)),
                numbers > 0
                        && correction.isEmpty()
                        && ledger.filter(YearLedger::isCorrected).isEmpty(),
                correction.map(this::view).orElse(null));
    }

    private static int percent(double rho) {
        return (int) Math.round(100 * rho / SealedSheets.CAP);
    }

    private CorrectionView view(SheetCorrection correction) {
        var period = correction.corrected().period();
        return new CorrectionView(
                period.kind(),
                period.from(),
                period.lastDay(),
                correction.reason(),
                correction.askedAt(),
                name(correction.askedBy().value()),
                sheets.find(correction.corrected().corrected()).isPresent());
    }

    private @Nullable String name(UUID member) {
        return team.names(List.of(member)).get(member);
    }

    /** Returns the first period whose day of sealing is not over and that is not sealed. */
    private SheetPeriod nextOf(Sheet kind, List<SealedSheet> sealed) {
        var sealedPeriods = sealed.stream().map(sheet -> sheet.key().period()).toList();
        return Stream.iterate(SheetPeriod.of(kind, today()).previous(), SheetPeriod::next)
                .filter(period -> !period.sealsOn().isBefore(today()) && !sealedPeriods.contains(period))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
