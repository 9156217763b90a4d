package uk.alongside.tenant.onboarding;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.util.List;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a step towards going live is rejected. */
sealed interface OnboardingRefusal extends Refusal {

    @ProblemType(type = "set-up-unfinished", detail = "Finish every set-up task before you ask to go live.")
    record SetUpUnfinished(List<SetUp.Task> tasks) implements OnboardingRefusal {}

    /** The council has a later version than the one that the caller read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another person changed this council. Read it again before you go on.")
    record StaleVersion(SetUp current) implements OnboardingRefusal {}

    /** conversations-service, which knows whether residents would find a session, did not answer. */
    @ProblemType(
            status = SERVICE_UNAVAILABLE,
            type = "unavailable",
            detail = "The council's hubs and sessions cannot be checked at the moment. Try again soon.")
    record PlacesUnknown() implements OnboardingRefusal {}
}
