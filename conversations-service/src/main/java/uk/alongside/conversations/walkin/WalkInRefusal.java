package uk.alongside.conversations.walkin;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a walk-in is rejected, beside those of its attendance. */
sealed interface WalkInRefusal extends Refusal {

    @InvalidField(field = "askedOn", detail = "The day they asked must be today or before.")
    record AskedInTheFuture() implements WalkInRefusal {}
}
