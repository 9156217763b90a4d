package uk.alongside.conversations.peopletotell;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a record of telling a person is rejected. */
sealed interface PeopleToTellRefusal extends Refusal {

    /** Another member of staff was faster, or the booking is back at the time that the person knows. */
    @ProblemType(
            type = "nothing-to-tell",
            detail = "There is nothing left to tell this person. Another member of staff may have told them already."
                    + " Look at the list again.")
    record NothingToTell() implements PeopleToTellRefusal {}

    /** The person was not recorded as told, or something newer is to be told. */
    @ProblemType(
            type = "not-told",
            detail = "This person is not recorded as told, or their booking has changed again since then. Look at the"
                    + " list again.")
    record NotTold() implements PeopleToTellRefusal {}
}
