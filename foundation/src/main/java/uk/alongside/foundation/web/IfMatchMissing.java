package uk.alongside.foundation.web;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The caller changes a resource but does not say which version they read. */
@ProblemType(
        status = HttpStatus.PRECONDITION_REQUIRED,
        type = "if-match-required",
        detail = "Send a header If-Match with the ETag of what you read.")
record IfMatchMissing() implements Refusal {}
