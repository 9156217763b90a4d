package uk.alongside.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Leaves everything out that makes traces, unless {@code alongside.traces.endpoint} says where to send them. */
final class TracesSwitch implements EnvironmentPostProcessor {

    static final String ENDPOINT = "alongside.traces.endpoint";

    private static final String TRACING = "org.springframework.boot.micrometer.tracing";

    /** Sends spans as they are. This product sends them through {@link SafeSpans}. */
    private static final String UNFILTERED = TRACING + ".opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration";

    private static final String ALL = String.join(
            ",",
            UNFILTERED,
            TRACING + ".opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            TRACING + ".autoconfigure.MicrometerTracingAutoConfiguration",
            TRACING + ".autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var on = !environment.getProperty(ENDPOINT, "").isBlank();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "traces",
                        on
                                ? Map.of(
                                        "spring.autoconfigure.exclude",
                                        UNFILTERED,
                                        // A request of the gateway passes from thread to thread.
                                        "spring.reactor.context-propagation",
                                        "auto")
                                : Map.of(
                                        "spring.autoconfigure.exclude",
                                        ALL,
                                        // Otherwise each line of a log has room for a trace's id.
                                        "management.tracing.export.enabled",
                                        "false")));
    }
}
