package uk.alongside.tenant.authorityfact;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a whole file is rejected. */
sealed interface FactImportRefusal extends Refusal {

    @ProblemType(
            status = HttpStatus.CONTENT_TOO_LARGE,
            type = "file-too-large",
            detail = "The file must be 10 MB or smaller and have 20,000 rows or fewer.")
    record TooLarge() implements FactImportRefusal {}

    @ProblemType(
            status = HttpStatus.BAD_REQUEST,
            type = "import-has-errors",
            detail = "Nothing was imported. Correct the rows and try again.")
    record HasErrors(FactReport report) implements FactImportRefusal {}
}
