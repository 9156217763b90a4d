package uk.alongside.foundation.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures the measurements of every service that answers requests. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(NotedProblems.class)
class TelemetryConfiguration {

    @Bean
    WebMvcConfigurer operationsAreCounted(MeterRegistry meters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                // The first interceptor, so that it also counts what the others refuse.
                interceptors.addInterceptor(new OperationMeter(meters)).order(Integer.MIN_VALUE);
            }
        };
    }
}
