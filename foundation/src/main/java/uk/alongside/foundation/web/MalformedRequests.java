package uk.alongside.foundation.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that Tomcat refuses before Spring sees it, such as a malformed request line, with a problem. Tomcat
 * creates this object by its class name.
 */
public final class MalformedRequests extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Creates the valve. */
    public MalformedRequests() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        if (!allowed.get()) {
            return;
        }
        var problem = JSON.writeValueAsString(Body.of(status));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(problem);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException _) {
            // The caller has gone, so there is no one to answer.
        }
    }

    private record Body(String type, String title, int status, String detail) {

        static Body of(HttpStatus status) {
            var problem = ProblemAdvice.plain(status);
            return new Body(
                    String.valueOf(problem.getType()),
                    status.getReasonPhrase(),
                    status.value(),
                    String.valueOf(problem.getDetail()));
        }
    }
}
