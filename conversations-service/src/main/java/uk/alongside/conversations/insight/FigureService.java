package uk.alongside.conversations.insight;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Values;
import uk.alongside.conversations.insight.FigureCounts.Choice;
import uk.alongside.conversations.insight.FigureCounts.Counting;
import uk.alongside.conversations.insight.FigureSql.Split;
import uk.alongside.conversations.insight.Period.Grain;
import uk.alongside.statistics.chart.Improvement;
import uk.alongside.statistics.chart.Variation;
import uk.alongside.statistics.chart.XmrChart;
import uk.alongside.statistics.chart.XmrLimits;

/** Reads the council's own figures: their values over time, and whether they changed. */
@Service
class FigureService {

    /** If all figures take longer than this, they are counted once a night. A page takes less than all. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    /** Less than the five minutes for which a council's signed context holds. */
    private static final Duration LONGEST_FOR_ONE = Duration.ofMinutes(4);

    private final FigureCounts counts;
    private final FigureCountStore store;
    private final FigureNotes notes;
    private final FigureVersions versions;
    private final HubDirectory hubs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FigureService(
            FigureCounts counts,
            FigureNotes notes,
            FigureVersions versions,
            FigureCountStore store,
            HubDirectory hubs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.counts = counts;
        this.store = store;
        this.notes = notes;
        this.versions = versions;
        this.hubs = hubs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout((int) LONGEST_FOR_ONE.toSeconds());
    }

    /** The filters of a reader. */
    record Filter(
            Grain grain, @Nullable HubId hub, @Nullable String kind) {

        /** Returns whether it is about a hub or a kind, and not the whole council. */
        boolean isPart() {
            return hub != null || kind != null;
        }

        private boolean isPartOf(Split split) {
            return split == Split.HUB ? hub != null : kind != null;
        }

        private Filter whole() {
            return new Filter(grain, null, null);
        }
    }

    /**
     * A figure in one period.
     *
     * @param earlier what it was before it changed, in the order of counting
     */
    record InPeriod(Period period, boolean complete, Count count, List<FigureVersion> earlier) {

        InPeriod(Period period, boolean complete, Count count) {
            this(period, complete, count, List.of());
        }

        /** Returns the figure with the versions that do not say what it says now. */
        private InPeriod with(Figure figure, List<FigureVersion> versions) {
            var now = FigureVersion.first(figure, count, period.from());
            boolean isLast = !versions.isEmpty() && versions.getLast().saysTheSameAs(now);
            return new InPeriod(
                    period, complete, count, isLast ? versions.subList(0, versions.size() - 1) : List.copyOf(versions));
        }
    }

    /** A month of the run chart. */
    record Month(Period period, XmrChart.Point point, Variation variation) {}

    /**
     * A hub or a kind of talking point, by name; the name is null for what belongs to none.
     *
     * @param beside the count of the figure that stands beside this one in every table; null if there is none
     */
    record Group(
            @Nullable String key,
            @Nullable String name,
            Count count,
            @Nullable Count beside) {}

    /**
     * A figure over time.
     *
     * @param day of which it tells: the last one is not over yet
     * @param chart its complete months that have a value
     * @param beside the figures that must be seen with it, in every period
     */
    record Series(
            LocalDate day,
            Figure figure,
            List<InPeriod> periods,
            List<Month> chart,
            Map<Figure, List<InPeriod>> beside) {

        /** Returns the complete periods with a value, the latest one last. */
        List<InPeriod> complete() {
            return periods.stream()
                    .filter(InPeriod::complete)
                    .filter(each -> each.count().value(figure.unit()).isPresent())
                    .toList();
        }

        Optional<InPeriod> latest() {
            return complete().isEmpty()
                    ? Optional.empty()
                    : Optional.of(complete().getLast());
        }

        Optional<InPeriod> previous() {
            var complete = complete();
            return complete.size() < 2 ? Optional.empty() : Optional.of(complete.get(complete.size() - 2));
        }

        /** Returns the figures that must be seen with this one, in the latest complete period. */
        Map<Figure, InPeriod> besideLatest() {
            var found = new LinkedHashMap<Figure, InPeriod>();
            latest().ifPresent(latest -> beside.forEach((other, periods) -> periods.stream()
                    .filter(each -> each.period().equals(latest.period()))
                    .forEach(each -> found.put(other, each))));
            return found;
        }

        /** Returns what the last point of the run chart means; nothing while its limits rest on too few points. */
        Optional<Variation> variation() {
            return chart.isEmpty() || chart.getLast().point().trial()
                    ? Optional.empty()
                    : Optional.of(chart.getLast().variation());
        }

        /** Returns how far the last month is on the bad side of the mean; 1 is the limit. */
        private double badness() {
            var last = chart.isEmpty() ? null : chart.getLast().point();
            var upper = last == null ? null : last.limits().upper();
            if (last == null || upper == null || upper == last.limits().mean()) {
                return 0;
            }
            var side = (last.value() - last.limits().mean())
                    / (upper - last.limits().mean());
            return switch (figure.better()) {
                case INCREASE -> -side;
                case DECREASE -> side;
                case NEUTRAL -> 0;
            };
        }

        private int rank() {
            return switch (variation().orElse(Variation.COMMON_CAUSE)) {
                case CONCERN -> 0;
                case NEUTRAL_HIGH, NEUTRAL_LOW -> 1;
                case COMMON_CAUSE -> 2;
                case IMPROVEMENT -> 3;
            };
        }
    }

    /**
     * A figure with its hubs and kinds of talking point in the latest complete period.
     *
     * @param countedAt when it was counted; nothing if it was counted now
     */
    record Detail(Series series, List<Group> hubs, List<Group> kinds, Optional<Instant> countedAt) {}

    /**
     * All figures.
     *
     * @param day of which they tell
     * @param countedAt when they were counted; nothing if they were counted now
     */
    record All(LocalDate day, List<Series> series, Optional<Instant> countedAt) {}

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Reads all figures, the one that needs attention most first. */
    @Transactional(readOnly = true)
    All all(Filter filter) {
        var reading = reading(counts.counting(today()));
        return new All(
                reading.counting().day(),
                Arrays.stream(Figure.values())
                        .map(figure -> series(reading, figure, filter))
                        .sorted(Comparator.comparingInt(Series::rank)
                                .thenComparing(Comparator.comparingDouble(Series::badness)
                                        .reversed())
                                .thenComparing(Series::figure))
                        .toList(),
                reading.counting().countedAt());
    }

    @Transactional(readOnly = true)
    Detail find(Figure figure, Filter filter) {
        var reading = reading(counts.countingWithParts(today()));
        var series = series(reading, figure, filter);
        return new Detail(
                series,
                groups(reading.counting(), series, filter, Split.HUB),
                groups(reading.counting(), series, filter, Split.KIND),
                reading.counting().countedAt());
    }

    /** Reads one figure over time, without its parts. */
    @Transactional(readOnly = true)
    Series series(Figure figure, Filter filter) {
        return series(reading(counts.counting(today())), figure, filter);
    }

    /**
     * Keeps the figures of the finished quarters of the whole council that are not what they were. If the counting took
     * long, the counts are stored for the readers of the day.
     */
    void keepFinished() {
        keepFinished(LONGEST);
    }

    /**
     * Does the same, and stores the counts if the counting took longer than this. Each figure is counted in a transaction of
     * its own: all of a large council together may take longer than the database lets one transaction.
     */
    void keepFinished(Duration longest) {
        var today = today();
        var began = clock.instant();
        var counting = Objects.requireNonNull(transaction.execute(_ -> counts.countingNow(today)));
        var counted = new HashMap<FigureCountStore.Key, List<Count>>();
        for (var figure : Figure.values()) {
            transaction.executeWithoutResult(_ -> counted.putAll(counts(counting, figure)));
        }
        boolean slow = Duration.between(began, clock.instant()).compareTo(longest) > 0;
        transaction.executeWithoutResult(_ -> {
            store.replace(today, began, slow ? counted : Map.of());
            keepFinished(counting);
        });
    }

    private static Map<FigureCountStore.Key, List<Count>> counts(Counting counting, Figure figure) {
        var counted = new HashMap<FigureCountStore.Key, List<Count>>();
        for (var grain : Grain.values()) {
            for (var split : Split.values()) {
                var choice = new Choice(counting.day(), Period.first(counting.day()), grain, split, null, null);
                counted.put(new FigureCountStore.Key(figure, grain, split), counting.of(figure, choice));
            }
        }
        return counted;
    }

    private void keepFinished(Counting counting) {
        var kept = versions.since(Period.first(counting.day()));
        for (var figure : Figure.values()) {
            if (!figure.isOfNow()) {
                periods(counting, figure, new Filter(Grain.QUARTER, null, null), Grain.QUARTER).stream()
                        .filter(InPeriod::complete)
                        .forEach(quarter -> keep(figure, quarter, kept, counting.day()));
            }
        }
    }

    private void keep(
            Figure figure, InPeriod quarter, Map<FigureVersions.Key, List<FigureVersion>> kept, LocalDate today) {
        var key = new FigureVersions.Key(figure, quarter.period().from());
        var counted = FigureVersion.first(figure, quarter.count(), today);
        var earlier = kept.getOrDefault(key, List.of());
        if (earlier.isEmpty()) {
            if (counted.value() != null) {
                versions.add(key, counted);
            }
        } else if (!earlier.getLast().saysTheSameAs(counted)) {
            versions.add(key, counted.after(earlier.getLast()));
        }
    }

    /** All that the figures of one request share and that is read only once. */
    private record Reading(
            Counting counting,
            Map<Figure, List<LocalDate>> rebases,
            Map<FigureVersions.Key, List<FigureVersion>> versions) {}

    private Reading reading(Counting counting) {
        return new Reading(counting, notes.rebases(), versions.since(Period.first(counting.day())));
    }

    private Series series(Reading reading, Figure figure, Filter filter) {
        var counting = reading.counting();
        var counted = periods(counting, figure, filter, filter.grain());
        var periods =
                filter.grain() == Grain.QUARTER && !filter.isPart() ? withEarlier(reading, figure, counted) : counted;
        var months = filter.grain() == Grain.MONTH ? periods : periods(counting, figure, filter, Grain.MONTH);
        var rebases = reading.rebases().getOrDefault(figure, List.of());
        var beside = new LinkedHashMap<Figure, List<InPeriod>>();
        figure.beside().forEach(other -> beside.put(other, periods(counting, other, filter, filter.grain())));
        return new Series(counting.day(), figure, periods, chart(figure, months, rebases), beside);
    }

    private static List<InPeriod> withEarlier(Reading reading, Figure figure, List<InPeriod> quarters) {
        return quarters.stream()
                .map(quarter -> quarter.with(
                        figure,
                        reading.versions()
                                .getOrDefault(
                                        new FigureVersions.Key(
                                                figure, quarter.period().from()),
                                        List.of())))
                .toList();
    }

    private List<InPeriod> periods(Counting counting, Figure figure, Filter filter, Grain grain) {
        var today = counting.day();
        var found = found(counting, figure, filter, grain);
        if (figure.isOfNow()) {
            return Period.shown(today, grain).stream()
                    .skip(Period.shown(today, grain).size() - 1L)
                    .map(period -> new InPeriod(
                            new Period(today, today.plusDays(1)), true, found.getOrDefault(period.from(), none(today))))
                    .toList();
        }
        return Period.shown(today, grain).stream()
                .map(period -> new InPeriod(
                        period,
                        period.isComplete(today, figure.settlesAfter()),
                        found.getOrDefault(period.from(), none(period.from()))))
                .toList();
    }

    private Map<LocalDate, Count> found(Counting counting, Figure figure, Filter filter, Grain grain) {
        Map<LocalDate, Count> found = counting.of(figure, choice(counting, filter, grain, Split.NONE)).stream()
                .collect(toMap(Count::from, Function.identity()));
        if (!filter.isPart() || !figure.tellsOfPeople()) {
            return found;
        }
        // A hub and a kind together would have to be compared with each of the two.
        boolean both = filter.hub() != null && filter.kind() != null;
        var whole = found(counting, figure, filter.whole(), grain);
        return found.values().stream()
                .map(count -> both ? count.withheld() : count.within(whole.getOrDefault(count.from(), count)))
                .collect(toMap(Count::from, Function.identity()));
    }

    private static Count none(LocalDate from) {
        return new Count(from, null, 0, 0, 0, 0, Values.NONE, Map.of());
    }

    private static Choice choice(Counting counting, Filter filter, Grain grain, Split split) {
        return new Choice(counting.day(), Period.first(counting.day()), grain, split, filter.hub(), filter.kind());
    }

    /**
     * Returns the run chart of the complete months that have a value, in the order of time.
     *
     * @param rebases the days from whose months on the chart has new limits
     */
    private static List<Month> chart(Figure figure, List<InPeriod> months, List<LocalDate> rebases) {
        if (figure.isOfNow()) {
            return List.of();
        }
        var shown = months.stream()
                .filter(InPeriod::complete)
                .filter(month -> month.count().value(figure.unit()).isPresent())
                .toList();
        var values = shown.stream()
                .map(month -> month.count().value(figure.unit()))
                .mapToDouble(OptionalDouble::orElseThrow)
                .toArray();
        var points = XmrChart.of(values, options(shown, rebases)).points();
        var chart = new ArrayList<Month>();
        for (int number = 0; number < shown.size(); number++) {
            var point = points.get(number);
            chart.add(new Month(shown.get(number).period(), point, meaning(point, figure.better())));
        }
        return chart;
    }

    /** Months without a value are gaps, across which no rule of the chart reaches. */
    private static XmrChart.Options options(List<InPeriod> months, List<LocalDate> rebases) {
        var gaps = IntStream.range(1, months.size())
                .filter(place -> !months.get(place - 1)
                        .period()
                        .until()
                        .equals(months.get(place).period().from()))
                .boxed()
                .toList();
        var phases = rebases.stream()
                .map(day -> firstFrom(months, day.withDayOfMonth(1)))
                .filter(place -> place > 0 && place < months.size())
                .distinct()
                .sorted()
                .toList();
        return new XmrChart.Options(phases, Integer.MAX_VALUE, XmrLimits.FACTOR, false, gaps);
    }

    /** Returns the place of the first month that begins on this day or later. */
    private static int firstFrom(List<InPeriod> months, LocalDate day) {
        return (int) months.stream()
                .filter(month -> month.period().from().isBefore(day))
                .count();
    }

    private static Variation meaning(XmrChart.Point point, Improvement better) {
        return Variation.of(point.signal(), better);
    }

    /**
     * Returns the parts of the figure in the latest complete period. A part has no parts of its own if the figure tells of
     * people, because they would be small.
     */
    private List<Group> groups(Counting counting, Series series, Filter filter, Split split) {
        var latest = series.latest();
        if (latest.isEmpty() || (series.figure().tellsOfPeople() && filter.isPart() && !filter.isPartOf(split))) {
            return List.of();
        }
        var parts = parts(counting, series.figure(), filter, latest.get(), split);
        var beside = new HashMap<@Nullable String, Count>();
        series.figure().besideInTables().ifPresent(other -> {
            var otherLatest = series.besideLatest().get(other);
            if (otherLatest != null) {
                parts(counting, other, filter, otherLatest, split).forEach(count -> beside.put(count.group(), count));
            }
        });
        var names = split == Split.HUB
                ? hubs.names(parts.stream()
                        .flatMap(count -> Optional.ofNullable(count.group()).stream())
                        .map(key -> new HubId(UUID.fromString(key)))
                        .toList())
                : Map.<HubId, String>of();
        return parts.stream()
                .map(count ->
                        new Group(count.group(), name(count.group(), split, names), count, beside.get(count.group())))
                .sorted(Comparator.comparing(Group::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Count> parts(Counting counting, Figure figure, Filter filter, InPeriod latest, Split split) {
        return counting.of(figure, choice(counting, filter, filter.grain(), split)).stream()
                .filter(count ->
                        figure.isOfNow() || count.from().equals(latest.period().from()))
                .map(count -> part(figure, filter, count, latest.count()))
                .toList();
    }

    private static Count part(Figure figure, Filter filter, Count part, Count latest) {
        if (!figure.tellsOfPeople()) {
            return part;
        }
        // The only part of a filtered figure is the figure itself.
        return filter.isPart()
                ? new Count(
                        part.from(),
                        part.group(),
                        latest.base(),
                        latest.part(),
                        latest.also(),
                        latest.people(),
                        latest.values(),
                        latest.notCounted())
                : part.within(latest);
    }

    private static @Nullable String name(@Nullable String key, Split split, Map<HubId, String> names) {
        return key == null || split == Split.KIND ? key : names.get(new HubId(UUID.fromString(key)));
    }
}
