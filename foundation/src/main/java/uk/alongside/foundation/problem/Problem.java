package uk.alongside.foundation.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** RFC 9457 bodies. The type is part of the API: the frontend switches on its last word. */
public final class Problem {

    private static final URI TYPES = URI.create("https://alongside.example/problems/");

    private Problem() {}

    /** Returns the address of a type, as it travels in a problem. */
    public static URI uri(String type) {
        return TYPES.resolve(type);
    }

    /** A problem whose {@code detail} any member of the public may read: no id, no name, no exception's message. */
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(uri(type));
        return problem;
    }

    /** One thing that is wrong with a request. The page finds the field by the pointer and the words by the code. */
    public record Invalid(String pointer, String code) {}

    /** One field that is not right, and how. */
    public static ProblemDetail invalid(String field, String code, String detail) {
        var problem = of(HttpStatus.BAD_REQUEST, "invalid", detail);
        problem.setProperty("errors", List.of(new Invalid("#/" + field, code)));
        return problem;
    }

    /** What is answered for what never was and for what is another council's: the same bytes. */
    public static ProblemDetail notFound() {
        return Refusals.problem(new NotFound());
    }
}
