package uk.alongside.foundation.problem;

import org.springframework.http.HttpStatus;

/** The resource does not exist, or belongs to another council. Both cases are answered with the same bytes. */
@ProblemType(status = HttpStatus.NOT_FOUND, type = "not-found", detail = "There is nothing here.")
public record NotFound() implements Refusal {}
