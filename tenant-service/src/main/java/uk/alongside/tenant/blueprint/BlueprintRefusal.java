package uk.alongside.tenant.blueprint;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a decision on the blueprint is rejected. */
sealed interface BlueprintRefusal extends Refusal {

    @InvalidField(field = "parts", detail = "This version of the blueprint has no such part. Choose from its parts.")
    record NoSuchPart() implements BlueprintRefusal {}

    /** The blueprint has a later version, or another lead has decided on this element. */
    @ProblemType(
            type = "blueprint-moved-on",
            detail = "There is a later version, or another lead has decided on this. Read the blueprint again.")
    record MovedOn() implements BlueprintRefusal {}
}
