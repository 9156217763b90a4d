package uk.alongside.conversations.restriction;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a lead cannot name who may read a restricted record. */
sealed interface RestrictionRefusal extends Refusal {

    /** A named member may read conversations again, or another lead was faster. */
    @ProblemType(
            type = "conversation-has-readers",
            detail = "A named member of staff can open this conversation. Only they name others.")
    record HasReaders() implements RestrictionRefusal {}

    @InvalidField(field = "memberIds", detail = "Name other members of staff, not yourself.")
    record NotYourself() implements RestrictionRefusal {}

    @InvalidField(
            field = "memberIds",
            detail = "Only members of staff who may read conversations can be named. Choose other members.")
    record MayNotRead() implements RestrictionRefusal {}
}
