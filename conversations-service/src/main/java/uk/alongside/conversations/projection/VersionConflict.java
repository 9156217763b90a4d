package uk.alongside.conversations.projection;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** A version that arrived before arrives again with different content. The two services disagree. */
@ProblemType(type = "version-conflict", detail = "This version was already received with other content.")
record VersionConflict() implements Refusal {}
