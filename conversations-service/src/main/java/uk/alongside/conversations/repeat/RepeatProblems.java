package uk.alongside.conversations.repeat;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;

import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;

/** The same answers wherever something is created. */
@Order(0)
@RestControllerAdvice
class RepeatProblems {

    @ExceptionHandler
    ProblemDetail refused(RepeatRefused e) {
        return switch (e.reason()) {
            case RepeatRefusal.KeyMissing _ -> keyMissing();
            case RepeatRefusal.KeyReused _ ->
                Problem.of(
                        CONFLICT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for something else. Use a new one for each thing.");
        };
    }

    /** The key is the only header that an endpoint asks for. */
    @ExceptionHandler
    ProblemDetail missing(MissingRequestHeaderException e) {
        return keyMissing();
    }

    private static ProblemDetail keyMissing() {
        return Problem.of(
                BAD_REQUEST,
                "idempotency-key-missing",
                "Send a header Idempotency-Key of 1 to 100 characters, new for each thing that you create.");
    }
}
