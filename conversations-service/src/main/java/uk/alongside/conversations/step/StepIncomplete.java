package uk.alongside.conversations.step;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** A next step of a record that is being finished, or is finished, has no owner or no day. */
@ProblemType(
        type = "step-incomplete",
        detail = "A next step has no owner or no day. Select who will do it, and enter the day by which it is done.")
public record StepIncomplete() implements Refusal {}
