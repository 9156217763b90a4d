package uk.alongside.tenant.membership;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a council's members is rejected. */
public sealed interface MemberRefusal extends Refusal {

    @ProblemType(type = "already-a-member", detail = "This person is a member of this council already.")
    record AlreadyAMember() implements MemberRefusal {}

    /** The change would leave the council without a person who can add staff. */
    @ProblemType(type = "last-lead", detail = "A council needs one active lead. Make another member a lead first.")
    record LastLead() implements MemberRefusal {}

    @ProblemType(
            type = "has-signed-in",
            detail =
                    "This member has a password of their own. A lead of the council can send them a new one. Reset it in"
                            + " Keycloak if the member belongs to two councils.")
    record HasSignedIn() implements MemberRefusal {}

    /** The council has a lead who has signed in, so the operator appoints no other. */
    @ProblemType(
            type = "lead-has-signed-in",
            detail = "A lead of this council has signed in. The leads of the council now add its members.")
    record LeadHasSignedIn() implements MemberRefusal {}

    /** The account opens another council too, so this council's lead cannot reset its sign-in. */
    @ProblemType(
            type = "ask-the-operator",
            detail = "This member belongs to another council too. Ask the operator of Alongside, who resets the sign-in"
                    + " in Keycloak.")
    record AskTheOperator() implements MemberRefusal {}

    /** A lead's own second factor is for another lead to reset. */
    @ProblemType(
            type = "own-second-factor",
            detail = "You cannot reset your own second step. Ask another lead, or the operator of Alongside.")
    record OwnSecondFactor() implements MemberRefusal {}

    /** The account has the operator's role. An operator works in a council only by a support grant. */
    @ProblemType(
            type = "operator-never-a-member",
            detail = "An operator of Alongside cannot be a member of a council. An operator asks for support access.")
    record OperatorNeverAMember() implements MemberRefusal {}

    /** The operator appoints the first lead of a council that is being set up, and no other member. */
    @ProblemType(
            type = "ask-for-support-access",
            detail = "An operator appoints only the first lead, and only while the council is being set up. Ask the"
                    + " council for support access.")
    record AskForSupportAccess() implements MemberRefusal {}

    /** The role is one that a support grant alone gives. */
    @InvalidField(field = "roles", detail = "Choose roles of staff. Only support access gives this role.")
    record RoleOfSupport() implements MemberRefusal {}

    @ProblemType(
            type = "support-member",
            detail = "This is the product's support, not a member of staff. End the support access instead.")
    record SupportMember() implements MemberRefusal {}

    /** The member has a later version than the one that the caller read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another person changed this member. Read the member again before you change it.")
    record StaleVersion(MemberView current) implements MemberRefusal {}
}
