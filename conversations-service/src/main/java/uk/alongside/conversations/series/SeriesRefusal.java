package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The reasons for which a series is refused. A fault in one of its sessions is a {@link
 * uk.alongside.conversations.session.SessionRefusal}.
 */
public sealed interface SeriesRefusal {

    record NoSuchHub(UUID hub) implements SeriesRefusal {}

    record NoSuchSeries(UUID series) implements SeriesRefusal {}

    record NoDays() implements SeriesRefusal {}

    record NoDates() implements SeriesRefusal {}

    record BeginsInThePast() implements SeriesRefusal {}

    record BeginsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    record EndsBeforeItBegins(LocalDate begins) implements SeriesRefusal {}

    record EndsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    /** The requested last day is over. */
    record EndsInThePast() implements SeriesRefusal {}

    /** The series already ends by that day. */
    record EndsAlready(LocalDate last) implements SeriesRefusal {}

    /** Every day of the series is left out. */
    record NothingLeft() implements SeriesRefusal {}
}
