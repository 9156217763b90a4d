package uk.alongside.conversations.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.sheet.SheetRefusal.OtherSheetHeld;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * Seals the sheets of a council when tenant-service asks for them. Nothing is sealed without a question that says which
 * sheets tenant-service holds, so a restored database adopts what left before and never draws it a second time.
 *
 * <p>Neither a count nor a time of a single cell is logged.
 */
@Service
public class SheetExchange {

    private static final Logger LOG = LoggerFactory.getLogger(SheetExchange.class);

    /** Sheets wait for no person, and a large council is counted for longer than a page may take. */
    private static final int SECONDS = 120;

    private final SealedSheets sheets;
    private final Sharings sharings;
    private final SheetCorrections corrections;
    private final FactCounts counts;
    private final Audit audit;
    private final Clock clock;

    SheetExchange(
            SealedSheets sheets,
            Sharings sharings,
            SheetCorrections corrections,
            FactCounts counts,
            Audit audit,
            Clock clock) {
        this.sheets = sheets;
        this.sharings = sharings;
        this.corrections = corrections;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A sheet on its way between the services. */
    public record Sent(Sheet kind, LocalDate from, int specification, int version, List<Integer> cells) {

        private static Sent of(SealedSheet sheet) {
            var key = sheet.key();
            return new Sent(key.kind(), key.from(), key.specification(), key.version(), sheet.cells());
        }

        private SheetKey key() {
            return new SheetKey(kind, from, specification, version);
        }

        /** Returns whether it has the form of a sheet. Its numbers say nothing about that. */
        public boolean isWellFormed() {
            return key().allows(cells.size());
        }

        /** Leaves the cells out, because records are written to logs. */
        @Override
        public String toString() {
            return "Sent[" + key() + "]";
        }
    }

    /**
     * Adopts the sheets that tenant-service holds and that are not here, and returns all sheets that it does not hold. One
     * sheet that is due, or that a lead asked to correct, is drawn first: a large council is counted for up to a minute for
     * each sheet, and in May three are due. tenant-service asks again until nothing new comes. All of it commits together.
     */
    @Transactional(timeout = SECONDS)
    public List<Sent> exchange(Collection<Sent> held) {
        sheets.lock();
        held.forEach(this::adopt);
        drawNext(sharings.find());
        var known = Set.copyOf(held.stream().map(Sent::key).toList());
        return sheets.all().stream()
                .filter(sheet -> !known.contains(sheet.key()))
                .map(Sent::of)
                .toList();
    }

    private void adopt(Sent held) {
        var here = sheets.find(held.key());
        if (here.isEmpty()) {
            add(held.key(), held.cells(), "adopted");
        } else if (!here.get().cells().equals(held.cells())) {
            LOG.error(
                    "tenant-service holds another {} of council {} than was sealed here",
                    held,
                    CouncilContext.council());
            throw new OtherSheetHeld().refused();
        }
    }

    /** Draws the first sheet that is due and allowed, or else the first correction. */
    private void drawNext(Sharing sharing) {
        var due = Arrays.stream(Sheet.values())
                .flatMap(kind -> sharing.due(kind, clock).stream())
                .map(SheetKey::first);
        var asked = sharing.shares()
                ? corrections.all().stream()
                        .map(correction -> correction.corrected().corrected())
                : Stream.<SheetKey>empty();
        Stream.concat(due, asked)
                .filter(key -> sheets.find(key).isEmpty())
                .filter(this::isAllowed)
                .findFirst()
                .ifPresent(this::draw);
    }

    private boolean isAllowed(SheetKey key) {
        var allowed = sheets.ledger(key.period().ledgerYear())
                .flatMap(ledger -> key.isCorrection() ? ledger.correct(key.kind()) : ledger.seal(key.kind()));
        if (allowed.isEmpty()) {
            LOG.warn("The year allows no {} of council {} any more", key, CouncilContext.council());
        }
        return allowed.isPresent();
    }

    /** Draws all noise of the sheet first, then counts, and stores only both together. */
    private void draw(SheetKey key) {
        var blur = Blur.draw(SheetLayout.of(key.kind()));
        add(key, blur.over(counts.of(key.period()).cells()), "sealed");
    }

    private void add(SheetKey key, List<Integer> cells, String what) {
        if (sheets.add(new SealedSheet(key, cells, clock.instant().truncatedTo(ChronoUnit.MILLIS)))) {
            audit.changed("sheet", key.auditId(), what);
            audit.value("sheet", null, key.words());
        }
    }
}
