package uk.alongside.tenant.agreement;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which an acceptance of the agreement is rejected. */
sealed interface AgreementRefusal extends Refusal {

    /** The accepted version is not in force: a council must have read the one that is. */
    @ProblemType(
            type = "agreement-changed",
            detail = "There is a newer version of the agreement. Read it before you accept it.")
    record NotTheLatest() implements AgreementRefusal {}

    @ProblemType(type = "already-accepted", detail = "Your council has accepted this version already.")
    record AlreadyAccepted() implements AgreementRefusal {}

    @InvalidField(field = "name", code = "NotBlank", detail = "Enter the name of the person who accepts it.")
    record NameNeeded() implements AgreementRefusal {}

    @InvalidField(field = "email", code = "NotBlank", detail = "Enter the email address of the person who accepts it.")
    record EmailNeeded() implements AgreementRefusal {}
}
