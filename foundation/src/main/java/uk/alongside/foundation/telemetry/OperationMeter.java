package uk.alongside.foundation.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Counts each operation by its result: {@code done}, the type of the problem that answered it, or the status if it has
 * none. So {@code createBooking} with {@code slot-full} is a lost race for a place.
 */
final class OperationMeter implements HandlerInterceptor {

    static final String OPERATIONS = "alongside.operations";
    static final String COUNCILS = "alongside.council.operations";

    private static final String PROBLEM = OperationMeter.class.getName();

    private final MeterRegistry meters;
    private final CouncilTag councils = new CouncilTag();

    OperationMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Notes the type of the problem that answers this request. */
    static void note(HttpServletRequest request, ProblemDetail problem) {
        request.setAttribute(PROBLEM, Problem.name(problem));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(handler instanceof HandlerMethod method)) {
            return;
        }
        var operation = method.getMethodAnnotation(Operation.class);
        if (operation == null || operation.operationId().isEmpty()) {
            return;
        }
        var result = result(request, response);
        meters.counter(OPERATIONS, "operation", operation.operationId(), "result", result)
                .increment();
        CouncilContext.ifBound().ifPresent(council -> count(council, response));
    }

    private void count(UUID council, HttpServletResponse response) {
        var status = HttpStatusCode.valueOf(response.getStatus());
        var result = status.is5xxServerError() ? "failed" : status.is4xxClientError() ? "refused" : "done";
        meters.counter(COUNCILS, "council", councils.bounded(council), "result", result)
                .increment();
    }

    private static String result(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() < 400) {
            return "done";
        }
        return request.getAttribute(PROBLEM) instanceof String problem && !problem.isEmpty()
                ? problem
                : "status-" + response.getStatus();
    }
}
