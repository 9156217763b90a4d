package uk.alongside.tenant.council;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.List;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.tenant.localauthority.LocalAuthority;

/** The reasons for which an operator's request about a council is rejected. */
sealed interface CouncilRefusal extends Refusal {

    /** The product's own addresses begin with this word. */
    @ProblemType(type = "alias-reserved", detail = "The product uses this short name. Choose another one.")
    record AliasReserved() implements CouncilRefusal {}

    @InvalidField(
            field = "authority",
            code = "NotNull",
            detail = "Enter the code of the local authority, unless this is a demonstration council.")
    record AuthorityNeeded() implements CouncilRefusal {}

    @InvalidField(field = "authority", detail = "The register of local authorities has no such code.")
    record NoSuchAuthority() implements CouncilRefusal {}

    @InvalidField(field = "authority", detail = "A demonstration council cannot be linked to a real local authority.")
    record AuthorityOfADemonstration() implements CouncilRefusal {}

    @ProblemType(
            type = "authority-ended",
            detail = "This local authority has ended. Choose one of those that followed it.")
    record AuthorityEnded(List<LocalAuthority> successors) implements CouncilRefusal {}

    @InvalidField(
            field = "firstLead/email",
            code = "Email",
            detail = "Enter an e-mail address in the correct format, like name@example.com.")
    record LeadEmailNotAccepted() implements CouncilRefusal {}

    /** The council has a later version than the one that the operator read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another person changed this council. Read it again before you change it.")
    record StaleVersion(CouncilView current) implements CouncilRefusal {}
}
