package uk.alongside.foundation.idempotency;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The request has no key, or one that is blank or too long. */
@ProblemType(
        status = HttpStatus.BAD_REQUEST,
        type = "idempotency-key-missing",
        detail = "Send a header Idempotency-Key of 1 to 100 characters, new for each resource that you create.")
public record KeyMissing() implements Refusal {}
