package uk.alongside.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeSpansTest {

    private static final String PERSON = "4a1f6f0e-9c3e-4c3c-8a87-0d5f0a3f6f11";

    private final List<SpanData> sent = new ArrayList<>();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new SafeSpans(new Kept())))
            .build();

    private final class Kept implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            sent.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void passOnRoutesAndSqlOnly() {
        var span = tracers.get("test")
                .spanBuilder("http get /api/people/" + PERSON + "?name=Ada")
                .startSpan();
        span.setAttribute("uri", "/api/people/" + PERSON);
        span.setAttribute("http.url", "/api/people?name=Ada");
        span.setAttribute("any.other", "Ada");
        span.setAttribute("db.query.text", "select name from app.person where id = ?");
        span.end();

        assertThat(sent).singleElement().satisfies(it -> {
            assertThat(it.getName()).isEqualTo("http get /api/people/{id}{id}");
            assertThat(it.getAttributes().asMap().toString())
                    .contains("/api/people/{id}", "where id = ?")
                    .doesNotContain("Ada", PERSON, "http.url");
        });
    }

    @Test
    void passOnNoMessageOfAnException() {
        var span = tracers.get("test").spanBuilder("http get").startSpan();
        span.recordException(new IllegalStateException("Ada could not be found"));
        span.setStatus(StatusCode.ERROR, "Ada could not be found");
        span.end();

        assertThat(sent).singleElement().satisfies(it -> {
            assertThat(it.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(it.getStatus().getDescription()).isEmpty();
            assertThat(it.getEvents()).isEmpty();
        });
    }
}
