package uk.alongside.foundation.idempotency;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The caller used this key for another request within the last day. */
@ProblemType(
        type = "idempotency-key-reused",
        detail = "This Idempotency-Key was used for another request. Use a new key for each resource that you create.")
public record KeyReused() implements Refusal {}
