package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.UUID;

/** Every reason for which a series is turned down. What is wrong with one of its sessions is a {@link uk.alongside.conversations.session.SessionRefusal}. */
public sealed interface SeriesRefusal {

    record NoSuchHub(UUID hub) implements SeriesRefusal {}

    record NoSuchSeries(UUID series) implements SeriesRefusal {}

    record NoDays() implements SeriesRefusal {}

    record NoDates() implements SeriesRefusal {}

    record BeginsInThePast() implements SeriesRefusal {}

    record BeginsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    record EndsBeforeItBegins(LocalDate begins) implements SeriesRefusal {}

    record EndsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    /** It is to end on a day that is over. */
    record EndsInThePast() implements SeriesRefusal {}

    /** It ends by then anyway. */
    record EndsAlready(LocalDate last) implements SeriesRefusal {}

    /** Every day of it falls away. */
    record NothingLeft() implements SeriesRefusal {}
}
