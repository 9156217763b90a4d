package uk.alongside.conversations.concern;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a concern is rejected. */
sealed interface ConcernRefusal extends Refusal {

    @ProblemType(
            type = "already-acted",
            detail = "Another member of staff has recorded what was done about this. Reload the list to see it.")
    record AlreadyActed() implements ConcernRefusal {}
}
