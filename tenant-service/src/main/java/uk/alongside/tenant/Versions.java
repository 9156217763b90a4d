package uk.alongside.tenant;

import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;

/** The version of an edited record, as it travels in {@code ETag} and {@code If-Match}. */
public final class Versions {

    /** A version that no record has, so a caller who expects it receives the present state. */
    private static final long NONE = -1;

    /** The form of an ETag. A proxy that compresses marks an ETag as weak; the version in it is the same. */
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Returns the version that the caller has read and now changes. It is required, so that no other change is lost.
     */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Required();
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Long.parseLong(etag.group(1)) : NONE;
    }

    /** A change came without the version that it changes. */
    static final class Required extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Problems {

        @ExceptionHandler
        ProblemDetail required(Required e) {
            return Problem.of(
                    PRECONDITION_REQUIRED,
                    "if-match-required",
                    "Send a header If-Match with the ETag of what you read.");
        }
    }
}
