package uk.alongside.foundation.web;

import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.problem.Problem.Invalid;
import uk.alongside.foundation.problem.Refusals;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.problem.UnknownIsNotFound;

/**
 * Answers the exceptions that no feature answers. No answer contains an exception's message, an id or the requested
 * address.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e) {
        var problem = Refusals.problem(e.reasons());
        var answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ProblemDetail notAllowed(AccessDeniedException e) {
        return ProblemResponses.notAllowed();
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionTimedOutException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.warn("The database did not answer in time", Redacted.of(e));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(ProblemResponses.unavailable());
    }

    /** Tomcat decodes the parameters of an address when a controller first asks for one. */
    @ExceptionHandler
    ProblemDetail undecodable(InvalidParameterException e) {
        return plain(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        var traceId = UUID.randomUUID().toString();
        LOG.error("Unexpected, trace {}", traceId, Redacted.of(e));
        var problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setProperty("traceId", traceId);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getBindingResult().getAllErrors().stream()
                .map(error -> new Invalid(
                        error instanceof FieldError field ? pointer(field.getField()) : "#",
                        error.getCode() == null ? "Invalid" : error.getCode()))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Invalid(
                                error instanceof FieldError field
                                        ? pointer(field.getField())
                                        : pointer(String.valueOf(
                                                result.getMethodParameter().getParameterName())),
                                error.getCodes() == null || error.getCodes().length == 0
                                        ? "Invalid"
                                        : error.getCodes()[error.getCodes().length - 1])))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException) {
            return ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT).body(plain(HttpStatus.REQUEST_TIMEOUT));
        }
        if (e.getCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
            var pointer = new StringBuilder("#");
            for (var step : json.getPath()) {
                pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
            }
            return invalid(List.of(new Invalid(pointer.toString(), "Format")));
        }
        return ResponseEntity.badRequest()
                .body(Problem.of(
                        HttpStatus.BAD_REQUEST, "unreadable", "The request could not be read. Check its format."));
    }

    /** A malformed id is answered as not found, and so is an unknown period or measure. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException argument) {
            var parameter = argument.getParameter();
            boolean chooses = parameter.hasParameterAnnotation(PathVariable.class)
                    || parameter.hasParameterAnnotation(UnknownIsNotFound.class);
            return chooses
                    ? ResponseEntity.status(HttpStatus.NOT_FOUND).body(Problem.notFound())
                    : invalid(List.of(new Invalid(pointer(argument.getName()), "Format")));
        }
        return super.handleTypeMismatch(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // A type that the answer names is not negotiated, so the caller gets it whatever they ask for.
        var named = new HttpHeaders(headers);
        named.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, plain(status), named, status, request);
    }

    /** Creates a problem that says no more than its status. */
    static ProblemDetail plain(HttpStatusCode code) {
        var status = HttpStatus.valueOf(code.value());
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.notFound();
        }
        var type = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problem.of(status, type, "The request does not have the form that this address accepts.");
    }

    private static ResponseEntity<Object> invalid(List<Invalid> errors) {
        var problem = Problem.invalid(errors.stream()
                .sorted(Comparator.comparing(Invalid::pointer).thenComparing(Invalid::code))
                .toList());
        return ResponseEntity.badRequest().body(problem);
    }

    /**
     * Returns the JSON pointer of a field. An element of a set has no index, so its pointer is the pointer of the set.
     */
    private static String pointer(String path) {
        return "#/" + path.replace("[]", "").replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /**
     * Removes the request's address, which Spring adds to a problem. It may hold an id, and then two 404 answers would
     * differ.
     */
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            problem.setInstance(null);
        }
        return body;
    }
}
