package uk.alongside.tenant.register;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the register rejects a new council or a new name. */
public sealed interface RegisterRefusal extends Refusal {

    @ProblemType(type = "alias-taken", detail = "Another council has this short name. Choose another one.")
    record AliasTaken() implements RegisterRefusal {}

    @ProblemType(type = "authority-taken", detail = "This local authority has a council here already.")
    record AuthorityTaken() implements RegisterRefusal {}

    @ProblemType(type = "name-taken", detail = "Another council has this name. Choose another one.")
    record NameTaken() implements RegisterRefusal {}
}
