package uk.alongside.conversations.comparison;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** A benchmark release arrives again with other bytes. The two services disagree. */
@ProblemType(
        type = "benchmark-conflict",
        detail = "A benchmark of this quarter was already received with other content.")
record ReleaseConflict() implements Refusal {}
