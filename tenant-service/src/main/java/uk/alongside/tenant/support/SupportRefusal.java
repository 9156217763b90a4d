package uk.alongside.tenant.support;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a request about support access is rejected. */
sealed interface SupportRefusal extends Refusal {

    @ProblemType(
            type = "support-already-asked",
            detail = "You have asked this council for support access already. Wait for a lead to decide.")
    record AlreadyAsked() implements SupportRefusal {}

    @ProblemType(type = "support-under-way", detail = "You have support access to this council already.")
    record UnderWay() implements SupportRefusal {}

    /** A lead has approved or declined the request already. */
    @ProblemType(
            type = "support-decided",
            detail = "A lead has decided on this request already. Look at the team's page again.")
    record Decided() implements SupportRefusal {}

    /** The access was not approved, has ended, or its hours are over. */
    @ProblemType(type = "support-not-active", detail = "This support access is not active, so it cannot be ended.")
    record NotActive() implements SupportRefusal {}
}
