package uk.alongside.conversations.series;

import java.time.LocalDate;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.Refusal;

/**
 * The reasons for which a series is refused. A fault in one of its sessions is a {@link
 * uk.alongside.conversations.session.SessionRefusal}.
 */
public sealed interface SeriesRefusal extends Refusal {

    @InvalidField(field = "days", detail = "Select the days on which the series repeats.")
    record NoDays() implements SeriesRefusal {}

    @InvalidField(field = "dates", detail = "Enter the date.")
    record NoDates() implements SeriesRefusal {}

    @InvalidField(field = "from", detail = "The series must begin today or later.")
    record BeginsInThePast() implements SeriesRefusal {}

    @InvalidField(field = "from", detail = "The series must begin within 12 months, by {last}.")
    record BeginsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    @InvalidField(field = "until", detail = "The end date must be after {begins}.")
    record EndsBeforeItBegins(LocalDate begins) implements SeriesRefusal {}

    @InvalidField(field = "until", detail = "The end date must be within 12 months, by {last}.")
    record EndsTooFarAhead(LocalDate last) implements SeriesRefusal {}

    /** The requested last day is over. */
    @InvalidField(field = "last", detail = "The last day must be today or later.")
    record EndsInThePast() implements SeriesRefusal {}

    /** The series already ends by that day. */
    @InvalidField(field = "last", detail = "The series already ends on {last}. Choose an earlier day.")
    record EndsAlready(LocalDate last) implements SeriesRefusal {}

    /** Every day of the series is left out. */
    @InvalidField(field = "dates", detail = "Every date is skipped. Keep one, or choose other dates.")
    record NothingLeft() implements SeriesRefusal {}
}
