package uk.alongside.foundation.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Creates problem details (RFC 9457). The type is part of the API: callers switch on its last segment. */
public final class Problem {

    private static final URI TYPES = URI.create("https://alongside.example/problems/");

    private Problem() {}

    /** Returns the URI of a problem type. */
    public static URI uri(String type) {
        return TYPES.resolve(type);
    }

    /**
     * Creates a problem. Its {@code detail} must be safe for any member of the public: no id, no name, no exception
     * message.
     */
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(uri(type));
        return problem;
    }

    /** Returns the last segment of a problem's type, or its whole type if that has no slash. */
    public static String name(ProblemDetail problem) {
        var type = String.valueOf(problem.getType());
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** One error in a request. The page finds the field by the pointer and the message by the code. */
    public record Invalid(String pointer, String code) {}

    /** Creates a problem about one field of the request. */
    public static ProblemDetail invalid(String field, String code, String detail) {
        var problem = of(HttpStatus.BAD_REQUEST, "invalid", detail);
        problem.setProperty("errors", List.of(new Invalid("#/" + field, code)));
        return problem;
    }

    /** Creates a problem about several fields of the request. */
    public static ProblemDetail invalid(List<Invalid> errors) {
        var problem = of(
                HttpStatus.BAD_REQUEST,
                "invalid",
                "Some fields are missing or invalid. Correct them and send the request again.");
        problem.setProperty("errors", errors);
        return problem;
    }

    /** Creates the one answer for a resource that does not exist or belongs to another council. */
    public static ProblemDetail notFound() {
        return Refusals.problem(new NotFound());
    }
}
