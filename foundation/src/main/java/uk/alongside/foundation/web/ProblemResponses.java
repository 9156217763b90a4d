package uk.alongside.foundation.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.problem.Problem;

/** Answers refusals of security filters with problem bodies; by default filters answer with an empty body. */
public final class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** The metric of callers whom the filters refuse, before any operation begins. */
    static final String REFUSED = "alongside.refused.callers";

    private final JsonMapper json;
    private final ObjectProvider<MeterRegistry> meters;

    ProblemResponses(JsonMapper json, ObjectProvider<MeterRegistry> meters) {
        this.json = json;
        this.meters = meters;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            write(response, unavailable());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, Problem.of(HttpStatus.UNAUTHORIZED, "signed-out", "Sign in and try again."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(response, notAllowed());
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        meters.ifAvailable(registry ->
                registry.counter(REFUSED, "problem", Problem.name(problem)).increment());
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    static ProblemDetail notAllowed() {
        return Problem.of(
                HttpStatus.FORBIDDEN, "not-allowed", "Your roles do not allow this. Ask a lead of your council.");
    }

    static ProblemDetail unavailable() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The service is not available at the moment. Try again soon.");
    }
}
