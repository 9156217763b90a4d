package uk.alongside.tenant.identity;

import static org.springframework.http.HttpHeaders.RETRY_AFTER;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;

/** The answers of every endpoint that needed Keycloak and could not reach it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IdentityProblems {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(IdentityUnavailable e) {
        LOG.warn("Keycloak did not help: {}", e.getMessage());
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(RETRY_AFTER, "10")
                .body(Problem.of(
                        SERVICE_UNAVAILABLE,
                        "identity-unavailable",
                        "The sign-in service did not answer. Nothing is lost: try again in a moment."));
    }
}
