package uk.alongside.tenant.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.NotDelivered;
import uk.alongside.tenant.delivery.VersionConflict;
import uk.alongside.tenant.register.Register;

/**
 * The exchange with conversations-service. For every council, this service receives the sheets that it does not hold,
 * and delivers the releases that conversations-service does not hold. Both sides say what they hold, so that an answer
 * that was lost, a restored backup and a council that joined later need nothing else.
 */
@Component
class BenchmarkExchange {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkExchange.class);

    /** For so many days, a release waits for a council that could not be asked. */
    private static final int DAYS_OF_WAITING = 2;

    /** The most questions to one council in an hour. In a year, seven sheets at most are due at once. */
    private static final int QUESTIONS = 8;

    private final Register register;
    private final Sheets sheets;
    private final DemonstrationPeers peers;
    private final ReleaseMaker maker;
    private final Releases releases;
    private final ConversationsService conversations;
    private final Clock clock;

    BenchmarkExchange(
            Register register,
            Sheets sheets,
            DemonstrationPeers peers,
            ReleaseMaker maker,
            Releases releases,
            ConversationsService conversations,
            Clock clock) {
        this.register = register;
        this.sheets = sheets;
        this.peers = peers;
        this.maker = maker;
        this.releases = releases;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** A sheet in a question or an answer. */
    record Carried(String kind, LocalDate from, int specification, int version, List<Integer> cells) {

        static Carried of(SealedSheet sheet) {
            var id = sheet.id();
            return new Carried(id.kind().name(), id.from(), id.specification(), id.version(), sheet.cells());
        }

        /** Leaves out the numbers, which no log shows. */
        @Override
        public String toString() {
            return "sheet " + kind + " " + from;
        }
    }

    record Question(List<Carried> held) {}

    record Answer(List<Carried> sheets) {}

    record Held(List<LocalDate> held) {}

    /**
     * A release on its way.
     *
     * @param file the exact text
     * @param family the family in which the receiving council is; null if it is in none
     */
    record Delivered(
            String file,
            String signature,
            String key,
            @Nullable String family) {}

    /**
     * Collects the sheets, makes the releases that are due, and delivers them. A suspended council seals nothing and
     * receives nothing until it is resumed, and the council for tests of the installation never does.
     */
    void run() {
        var councils = register.all();
        var exchanging = councils.stream()
                .filter(council -> !council.suspended() && !council.alias().equals(Register.INSTALLATION_TEST))
                .toList();
        var unsuccessful = new Unsuccessful();
        for (var council : exchanging) {
            unsuccessful.count(council, () -> collect(council));
        }
        if (councils.stream().allMatch(Register.Entry::demonstration)) {
            collectPeers();
        }
        if (!unsuccessful.isAny() || isLate()) {
            var made = maker.makeDue();
            while (made.isPresent()) {
                made = maker.makeDue();
            }
        }
        var released = releases.list();
        for (var council : exchanging) {
            unsuccessful.count(council, () -> deliver(council, released));
        }
        unsuccessful.report();
    }

    private boolean isLate() {
        return maker.due()
                .filter(quarter -> quarter.dueOn().plusDays(DAYS_OF_WAITING).isBefore(LocalDate.now(clock)))
                .isPresent();
    }

    /** Takes the sheets of the invented peers, which no installation has beside a council that is not a demonstration. */
    private void collectPeers() {
        var due = peers.sealedBy(LocalDate.now(clock)).stream()
                .collect(Collectors.groupingBy(sheet -> sheet.id().council()));
        due.forEach((council, own) -> {
            var held = Set.copyOf(sheets.of(council));
            own.stream().filter(sheet -> !held.contains(sheet)).forEach(sheets::store);
        });
    }

    /** Asks until an answer has no sheet that is new here, because conversations-service seals one for each question. */
    private void collect(Register.Entry council) {
        for (int question = 0; question < QUESTIONS; question++) {
            if (!ask(council)) {
                return;
            }
        }
    }

    /** Asks once, and returns whether a sheet was new. */
    private boolean ask(Register.Entry council) {
        var held = sheets.of(council.id());
        var answer = CouncilContext.call(
                council.id(),
                () -> conversations.question(
                        council.id(),
                        "sheets",
                        new Question(held.stream().map(Carried::of).toList()),
                        Answer.class));
        var isNew = false;
        for (var sheet : answer.sheets()) {
            isNew |= sheets.store(sealed(council, sheet));
        }
        return isNew;
    }

    private SealedSheet sealed(Register.Entry council, Carried sheet) {
        return new SealedSheet(
                new SealedSheet.Id(
                        council.id(),
                        Sheet.valueOf(sheet.kind()),
                        sheet.from(),
                        sheet.specification(),
                        sheet.version()),
                peers.authority(council).orElse(null),
                council.demonstration(),
                sheet.cells());
    }

    private void deliver(Register.Entry council, List<SignedRelease> released) {
        if (released.isEmpty()) {
            return;
        }
        var held = CouncilContext.call(
                council.id(),
                () -> conversations.read(council.id(), "releases", Held.class).held());
        for (var release : released) {
            if (!held.contains(release.period().from()) && concerns(council, release)) {
                var family = maker.family(council.id(), peers.authority(council).orElse(null), release.period());
                CouncilContext.run(council.id(), () -> put(council, release, family.orElse(null)));
            }
        }
    }

    /** Made-up figures go to demonstration councils only. */
    private static boolean concerns(Register.Entry council, SignedRelease release) {
        return council.demonstration() || !release.content().madeUp();
    }

    private void put(Register.Entry council, SignedRelease release, @Nullable String family) {
        try {
            conversations.put(
                    council.id(),
                    "releases/" + release.period().from(),
                    new Delivered(release.file(), release.signature(), release.key(), family));
        } catch (VersionConflict e) {
            throw new IllegalStateException("conversations-service holds another release of this quarter.", e);
        }
    }

    /** Counts the councils with which the exchange failed. A failed council does not delay the others. */
    private static final class Unsuccessful {

        private int waiting;
        private int failed;
        private Optional<String> why = Optional.empty();

        void count(Register.Entry council, Runnable exchange) {
            try {
                exchange.run();
            } catch (NotDelivered e) {
                if (e.isRefused()) {
                    failed++;
                    LOG.error("Benchmarks of council {}: conversations-service {}", council.id(), e.getMessage());
                } else {
                    waiting++;
                    why = Optional.ofNullable(e.getMessage());
                }
            } catch (RuntimeException e) {
                failed++;
                LOG.error("Benchmarks of council {}: {}", council.id(), e.toString());
            }
        }

        boolean isAny() {
            return waiting + failed > 0;
        }

        void report() {
            if (waiting > 0) {
                LOG.warn(
                        "The benchmarks of {} councils could not be exchanged yet. conversations-service {}",
                        waiting,
                        why.orElse("is away"));
            }
            if (failed > 0) {
                throw new IllegalStateException("The benchmarks of " + failed + " councils could not be exchanged.");
            }
        }
    }
}
