package uk.alongside.telemetry;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Sends traces by OTLP over HTTP to the address of a setting. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnExpression("!'${alongside.traces.endpoint:}'.isBlank()")
class TracesConfiguration {

    @Bean
    SpanExporter safeSpans(Environment environment) {
        return new SafeSpans(OtlpHttpSpanExporter.builder()
                .setEndpoint(environment.getRequiredProperty(TracesSwitch.ENDPOINT))
                .setTimeout(Duration.ofSeconds(5))
                .build());
    }
}
