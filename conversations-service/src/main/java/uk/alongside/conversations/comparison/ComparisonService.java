package uk.alongside.conversations.comparison;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.comparison.Comparison.Measure;
import uk.alongside.conversations.comparison.Comparison.Pool;
import uk.alongside.conversations.comparison.Comparison.Wait;
import uk.alongside.conversations.sheet.OwnCells;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.benchmark.Flags;
import uk.alongside.statistics.benchmark.OwnPosition;
import uk.alongside.statistics.benchmark.OwnPosition.Place;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;

/** Receives releases, and lays the own figures over them. */
@Service
class ComparisonService {

    private static final String NATIONAL = "national";
    private static final String BREAKDOWNS = "breakdowns";
    private static final String NOT_SAME_DAY = "not-same-day";
    private static final double FALSE_DISCOVERY_RATE = 0.05;
    private static final int DAYS_TO_RELEASE = 43;
    private static final int MONTHS_TO_COMPARE = 3;
    private static final int SECONDS = 60;

    private final BenchmarkReleases releases;
    private final OwnCells cells;
    private final Clock clock;

    ComparisonService(BenchmarkReleases releases, OwnCells cells, Clock clock) {
        this.releases = releases;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * The council's own part in the comparison.
     *
     * @param shares whether it shares its figures
     * @param since the day of its first finished conversation; null if there is none
     * @param comparableFrom the day from which it has three months of figures; null if that day is past, or not known
     */
    record Own(
            boolean shares,
            @Nullable LocalDate since,
            @Nullable LocalDate comparableFrom) {}

    /** A quarter of which the release is still to come. */
    record Coming(LocalDate from, LocalDate to, LocalDate comesOn) {}

    @Transactional(readOnly = true)
    List<LocalDate> held() {
        return releases.held();
    }

    /** Stores a release. The same bytes again have no effect, and other bytes are refused. */
    @Transactional
    void receive(BenchmarkRelease arriving) {
        if (!releases.insert(arriving)
                && !releases.find(arriving.from()).orElseThrow().hasSameBytes(arriving)) {
            throw new ReleaseConflict().refused();
        }
    }

    /** Returns all releases, the newest first. */
    @Transactional(readOnly = true)
    List<BenchmarkRelease> list() {
        return releases.list();
    }

    /** Returns what the council has itself. */
    @Transactional(readOnly = true)
    Own own() {
        var since = cells.since();
        return new Own(
                cells.areShared(),
                since.orElse(null),
                since.map(day -> day.plusMonths(MONTHS_TO_COMPARE))
                        .filter(day -> day.isAfter(LocalDate.now(clock)))
                        .orElse(null));
    }

    /** Returns the quarter whose release comes next: the one after the newest release, or the last one that has ended. */
    @Transactional(readOnly = true)
    Coming coming() {
        var today = LocalDate.now(clock);
        var ended = today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3);
        var held = releases.held();
        var from = held.isEmpty() || held.getLast().isBefore(ended)
                ? ended
                : held.getLast().plusMonths(3);
        var last = from.plusMonths(3).minusDays(1);
        return new Coming(from, last, last.plusDays(DAYS_TO_RELEASE));
    }

    /** Returns a release with the own figures, nationally and for the council's family. */
    @Transactional(readOnly = true, timeout = SECONDS)
    Comparison find(LocalDate from) {
        var release = releases.find(from).orElseThrow(Refused::notFound);
        var file = release.content();
        var shown = file.pools().stream()
                .filter(pool -> pool.pool().equals(NATIONAL) || pool.pool().equals(release.family()))
                .filter(pool -> !pool.sheet().equals(BREAKDOWNS))
                .toList();
        var own = new OwnFigures(cells, shown);
        var pools = shown.stream().map(pool -> pool(pool, own)).toList();
        var restatedBy = releases.list().stream()
                .filter(later -> later.from().isAfter(from))
                .filter(later -> later.content().restated().stream()
                        .anyMatch(restated -> restated.period().from().equals(from)))
                .findFirst();
        return new Comparison(file, release.family(), restatedBy, flagged(pools, release.family()));
    }

    private static Pool pool(BenchmarkFile.Pool figures, OwnFigures own) {
        return new Pool(
                figures,
                figures.rates().stream()
                        .map(rate -> measure(rate, figures, own))
                        .toList(),
                figures.waits().stream().map(wait -> wait(wait, figures, own)).toList());
    }

    private static Measure measure(BenchmarkFile.Rate pooled, BenchmarkFile.Pool pool, OwnFigures own) {
        var rate = EnumWords.find(Rate.class, pooled.rate());
        var counted = own.rate(rate, pool);
        return new Measure(rate, pooled, counted, place(pooled, counted), Optional.empty());
    }

    private static Optional<Place> place(BenchmarkFile.Rate pooled, OwnFigures.Own own) {
        return Optional.ofNullable(pooled.differences())
                .map(BenchmarkFile.Differences::quantiles)
                .flatMap(quartiles -> OwnPosition.of(
                                own.x(),
                                own.n(),
                                share(quartiles.lowerQuartile()),
                                share(quartiles.median()),
                                share(quartiles.upperQuartile()))
                        .place());
    }

    private static double share(BigDecimal percent) {
        return percent.doubleValue() / 100;
    }

    private static Wait wait(BenchmarkFile.Wait pooled, BenchmarkFile.Pool pool, OwnFigures own) {
        var first = pooled.people().equals(NOT_SAME_DAY) ? 1 : 0;
        var names = Fact.WAIT.cells();
        var people = own.waits(names.subList(first, names.size()), pool);
        return new Wait(
                pooled,
                people.stream().mapToLong(Long::longValue).sum(),
                OwnMedian.of(people, Rate.WAIT_BANDS.subList(first, Rate.WAIT_BANDS.size())));
    }

    /** Adds the flags. The rates of the whole release are judged together, nationally and in the family apart. */
    private static List<Pool> flagged(List<Pool> pools, @Nullable String family) {
        var flagged = new ArrayList<Pool>();
        for (var name : family == null ? List.of(NATIONAL) : List.of(NATIONAL, family)) {
            var same = pools.stream()
                    .filter(pool -> pool.figures().pool().equals(name))
                    .toList();
            var measures =
                    same.stream().flatMap(pool -> pool.measures().stream()).toList();
            var released = measures.stream()
                    .filter(measure -> isReleased(measure.pooled()))
                    .toList();
            var flags =
                    Flags.of(released.stream().map(ComparisonService::forFlag).toList(), FALSE_DISCOVERY_RATE);
            for (var pool : same) {
                flagged.add(new Pool(
                        pool.figures(),
                        pool.measures().stream()
                                .map(measure -> withFlag(measure, released.indexOf(measure), flags))
                                .toList(),
                        pool.waits()));
            }
        }
        return flagged;
    }

    private static boolean isReleased(BenchmarkFile.Rate rate) {
        return rate.share() != null && rate.privacySd() != null;
    }

    private static Flags.Measure forFlag(Measure measure) {
        var pooled = measure.pooled();
        var differences = Optional.ofNullable(pooled.differences());
        return new Flags.Measure(
                measure.own().x(),
                measure.own().n(),
                Objects.requireNonNull(pooled.share()).doubleValue(),
                Objects.requireNonNull(pooled.privacySd()).doubleValue(),
                differences
                        .map(BenchmarkFile.Differences::variance)
                        .map(BigDecimal::doubleValue)
                        .orElse(null),
                differences.map(BenchmarkFile.Differences::councils).orElse(0));
    }

    private static Measure withFlag(Measure measure, int place, Flags flags) {
        return place < 0
                ? measure
                : new Measure(
                        measure.rate(),
                        measure.pooled(),
                        measure.own(),
                        measure.place(),
                        Optional.ofNullable(flags.results().get(place).flag()));
    }
}
