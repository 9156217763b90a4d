package uk.alongside.conversations.sessionchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of sessions is rejected, apart from those of the sessions and series. */
sealed interface SessionChangeRefusal extends Refusal {

    /** The request is for later sessions, or all, but this session is not part of a series. */
    @InvalidField(field = "scope", detail = "This session is not part of a series, so only it can be changed.")
    record NotOfASeries() implements SessionChangeRefusal {}

    /** The changed sessions have no place for this many bookings. */
    @ProblemType(
            type = "bookings-do-not-fit",
            detail = "This change leaves {bookings} people without a place. Choose other times or more places, or"
                    + " cancel their bookings.")
    record BookingsDoNotFit(@JsonIgnore int bookings) implements SessionChangeRefusal {}
}
