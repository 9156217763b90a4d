package uk.alongside.tenant.council;

import uk.alongside.tenant.onboarding.SetUp;

import java.util.List;
import uk.alongside.tenant.localauthority.LocalAuthority;

/** The reasons for which an operator's request about a council is refused. */
sealed interface CouncilRefusal {

    record NoSuchCouncil() implements CouncilRefusal {}

    record AliasTaken() implements CouncilRefusal {}

    record AliasReserved() implements CouncilRefusal {}

    record AuthorityNeeded() implements CouncilRefusal {}

    record NoSuchAuthority() implements CouncilRefusal {}

    record AuthorityOfADemonstration() implements CouncilRefusal {}

    record AuthorityTaken() implements CouncilRefusal {}

    record AuthorityEnded(List<LocalAuthority> successors) implements CouncilRefusal {}

    record NameTaken() implements CouncilRefusal {}

    record SetUpUnfinished(List<SetUp.Task> tasks) implements CouncilRefusal {}

    record AlreadyAsked() implements CouncilRefusal {}

    record AlreadyLive() implements CouncilRefusal {}

    record NotAsked() implements CouncilRefusal {}

    record NoLogo() implements CouncilRefusal {}

    record NoAssessment() implements CouncilRefusal {}

    record AssessmentTooLarge() implements CouncilRefusal {}

    record AssessmentNotAPdf() implements CouncilRefusal {}

    record ChangedMeanwhile(CouncilView current) implements CouncilRefusal {}
}
