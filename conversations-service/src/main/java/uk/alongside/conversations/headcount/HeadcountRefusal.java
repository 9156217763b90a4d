package uk.alongside.conversations.headcount;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a head count is rejected. */
public sealed interface HeadcountRefusal extends Refusal {

    @ProblemType(
            type = "session-not-begun",
            detail = "This session is on a later day. Record who came on that day or later.")
    record SessionNotBegun() implements HeadcountRefusal {}

    /** Another member of staff has changed the head count since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this head count. Look at it and send yours again.")
    record StaleHeadcount(HeadcountView current) implements HeadcountRefusal {}
}
