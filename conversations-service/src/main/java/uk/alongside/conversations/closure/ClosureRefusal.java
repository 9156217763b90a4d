package uk.alongside.conversations.closure;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the closure of a hub is rejected. */
sealed interface ClosureRefusal extends Refusal {

    @InvalidField(field = "to", detail = "The last day must be the first day or after.")
    record ClosureBackwards() implements ClosureRefusal {}

    @InvalidField(field = "to", detail = "The last day must be today or later.")
    record ClosureOver() implements ClosureRefusal {}

    /** A closure that closes no further day would only have to be deleted before the hub is open again. */
    @InvalidField(field = "from", detail = "The hub is already closed on all of these days.")
    record AlreadyClosed() implements ClosureRefusal {}
}
