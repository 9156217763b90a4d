package uk.alongside.tenant.installationtest;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which an installation cannot be tested by a booking. */
sealed interface InstallationTestRefusal extends Refusal {

    @ProblemType(
            type = "no-test-client",
            detail = "The realm has no client installation-test. Add it, or give realm apply its secret.")
    record NoTestClient() implements InstallationTestRefusal {}

    /** conversations-service did not answer, so its rows of the test are still there. */
    @ProblemType(
            status = SERVICE_UNAVAILABLE,
            type = "installation-test-not-emptied",
            detail = "The council for tests could not be emptied. Try again soon. It is emptied in any case once"
                    + " conversations-service answers.")
    record NotEmptied() implements InstallationTestRefusal {}
}
