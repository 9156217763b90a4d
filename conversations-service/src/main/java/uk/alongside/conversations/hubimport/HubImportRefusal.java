package uk.alongside.conversations.hubimport;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a whole file, or the undo of an import, is rejected. */
sealed interface HubImportRefusal extends Refusal {

    @ProblemType(
            status = HttpStatus.CONTENT_TOO_LARGE,
            type = "file-too-large",
            detail = "The file must be 10 MB or smaller and have 20,000 venues or fewer.")
    record TooLarge() implements HubImportRefusal {}

    @ProblemType(
            status = HttpStatus.BAD_REQUEST,
            type = "import-has-errors",
            detail = "Nothing was imported. Correct the rows and try again.")
    record HasErrors(HubImportReport report) implements HubImportRefusal {}

    /** The import was undone already. */
    @ProblemType(type = "import-undone", detail = "This import was undone already.")
    record Undone() implements HubImportRefusal {}

    /** The import is more than a day old. */
    @ProblemType(type = "import-too-old", detail = "An import can be undone for one day, which has passed.")
    record TooOld() implements HubImportRefusal {}
}
