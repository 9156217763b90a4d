package uk.alongside.foundation.encryption;

import static org.springframework.http.HttpStatus.GONE;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The council's key for this text was destroyed, so no one can read the text any more. */
@ProblemType(
        status = GONE,
        type = "text-unreadable",
        detail = "The key of this text was destroyed. The text cannot be read any more.")
public record TextUnreadable() implements Refusal {}
