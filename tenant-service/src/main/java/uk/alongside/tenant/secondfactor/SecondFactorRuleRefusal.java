package uk.alongside.tenant.secondfactor;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a change of a council's rule is rejected. */
sealed interface SecondFactorRuleRefusal extends Refusal {

    /** The rule has a later version than the one that the lead read. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another lead changed your council's settings. Read them again before you change them.")
    record StaleVersion(SecondFactorRule current) implements SecondFactorRuleRefusal {}
}
