package uk.alongside.tenant.logo;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The file cannot be used as a logo, for one of these reasons. */
@ProblemType(
        status = HttpStatus.BAD_REQUEST,
        type = "logo-refused",
        detail = "This file cannot be used as a logo. Choose another PNG or SVG file.")
public record LogoRefusal(Reason reason) implements Refusal {

    /** The reasons for which a file is not accepted as a logo. */
    public enum Reason {
        TOO_LARGE,
        NOT_A_PICTURE,
        EMPTY,
        TOO_COMPLICATED,
        SCRIPT,
        FOREIGN_CONTENT,
        OUTSIDE_REFERENCE,
        TEXT
    }
}
