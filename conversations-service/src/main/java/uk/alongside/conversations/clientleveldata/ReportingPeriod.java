package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period that the Department reads from a submission, whatever period its file states.
 *
 * <p>The rule is that of the Department's published method ("Deriving accurate reporting periods" and the procedure that
 * carries it out, repository DataS-DHSC/ASC-CLD-LA-Dashboard, MIT licence), June 2026: events are counted by the month in
 * which they end, and months that hold too little are dropped. The period goes from the first month that is left to the
 * last one, also across a month that was dropped in between.
 *
 * @param derived absent if no month is left
 * @param stated whether the stated period was taken, because the submission has too few events
 */
record ReportingPeriod(List<Month> months, @Nullable Period derived, boolean stated) {

    /** A submission with fewer events keeps the period that it states. */
    static final int FEWEST_EVENTS = 100;

    /** The least share of all events that a month has, in percent. */
    private static final int LEAST_PERCENT = 2;

    /** The reasons for which a month is dropped. */
    enum Dropped {
        /** The submission arrived in this month or before it. */
        NOT_OVER,
        /** Fewer than 2 percent of all events ended in it. */
        TOO_FEW_EVENTS,
        /** The month has at least two types of events fewer than the month with the most types. */
        TOO_FEW_TYPES
    }

    /** A month and how many events ended in it. */
    record Month(YearMonth month, long events, @Nullable Dropped dropped) {}

    /**
     * Derives the period.
     *
     * @param ended the events of each type that ended in a month
     * @param imported the month in which the submission arrives
     */
    static ReportingPeriod of(Period stated, Map<YearMonth, Map<EventType, Long>> ended, YearMonth imported) {
        var counts = stated.months().stream()
                .map(month -> Count.of(month, ended.getOrDefault(month, Map.of()), month.isBefore(imported)))
                .toList();
        var over = counts.stream().filter(Count::isOver).toList();
        long total = over.stream().mapToLong(Count::events).sum();
        int mostTypes = over.stream().mapToInt(Count::types).max().orElse(0);
        boolean fewEvents = total < FEWEST_EVENTS;
        var months = counts.stream()
                .map(count -> new Month(count.month(), count.events(), dropped(count, total, mostTypes, fewEvents)))
                .toList();
        return new ReportingPeriod(months, fewEvents ? stated : left(months).orElse(null), fewEvents);
    }

    /** Says whether the Department reads the period that the file states. */
    boolean agreesWith(Period period) {
        return period.equals(derived);
    }

    private static @Nullable Dropped dropped(Count count, long total, int mostTypes, boolean fewEvents) {
        if (!count.isOver()) {
            return Dropped.NOT_OVER;
        }
        if (fewEvents) {
            return null;
        }
        if (count.events() * 100 < LEAST_PERCENT * total) {
            return Dropped.TOO_FEW_EVENTS;
        }
        return count.types() < mostTypes - 1 ? Dropped.TOO_FEW_TYPES : null;
    }

    private static Optional<Period> left(List<Month> months) {
        return months.stream()
                .filter(month -> month.dropped() == null)
                .map(Month::month)
                .collect(collectingAndThen(
                        toList(),
                        left -> left.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Period.of(left.getFirst(), left.getLast()))));
    }

    /** The events that ended in a month. */
    private record Count(YearMonth month, long events, int types, boolean isOver) {

        static Count of(YearMonth month, Map<EventType, Long> ended, boolean isOver) {
            var numbers = ended.values().stream().filter(number -> number > 0).toList();
            return new Count(month, numbers.stream().mapToLong(Long::longValue).sum(), numbers.size(), isOver);
        }
    }
}
