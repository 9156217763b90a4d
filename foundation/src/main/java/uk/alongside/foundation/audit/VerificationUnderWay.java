package uk.alongside.foundation.audit;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** Another verification of this council's chain is running. Each reads the whole chain, so a second one gains nothing. */
@ProblemType(
        type = "verification-under-way",
        detail = "Another check of this record is running. Wait until it has finished, then try again.")
record VerificationUnderWay() implements Refusal {}
