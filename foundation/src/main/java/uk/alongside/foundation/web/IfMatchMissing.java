package uk.alongside.foundation.web;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The request changes a resource without naming the version that the caller has read. */
@ProblemType(
        status = HttpStatus.PRECONDITION_REQUIRED,
        type = "if-match-required",
        detail = "Send a header If-Match with the ETag of what you read.")
record IfMatchMissing() implements Refusal {}
