package uk.alongside.conversations.hubimport;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the undo of an import is rejected. */
sealed interface HubImportRefusal extends Refusal {

    /** The import was undone already. */
    @ProblemType(type = "import-undone", detail = "This import was undone already.")
    record Undone() implements HubImportRefusal {}

    /** The import is more than a day old. */
    @ProblemType(type = "import-too-old", detail = "An import can be undone for one day, which has passed.")
    record TooOld() implements HubImportRefusal {}
}
