package uk.alongside.foundation.clock;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * The one clock of a service, which is the machine's. A test may run a service at another time by a file that holds an
 * offset. Tokens, the context of a transaction, the job queue and the audit keep the time of the machine or of the
 * database, because other programs compare them with their own clocks.
 */
@AutoConfiguration
class ClockConfiguration {

    static final String OFFSET_FILE = "alongside.clock-offset-file";

    @Bean
    @ConditionalOnMissingBean
    Clock clock(Environment environment) {
        var real = Clock.system(ZoneId.of("Europe/London"));
        var file = environment.getProperty(OFFSET_FILE);
        if (!StringUtils.hasText(file)) {
            return real;
        }
        var address = Binder.get(environment).bind("server.address", InetAddress.class);
        if (!address.map(InetAddress::isLoopbackAddress).orElse(false)) {
            throw new IllegalStateException(OFFSET_FILE + " is for tests. A service refuses it unless it listens on a"
                    + " loopback address only (server.address).");
        }
        var moved = new OffsetClock(real, Path.of(file));
        LoggerFactory.getLogger(ClockConfiguration.class)
                .warn("The clock of this service is set by {}; it is now {}.", file, moved.instant());
        return moved;
    }

    /** Dates each answer by the clock of the service, so that pages go by the same time as the rules. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class DateConfiguration {

        @Bean
        FilterRegistrationBean<Filter> dateOfAnswers(Clock clock) {
            var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                if (response instanceof HttpServletResponse answer) {
                    answer.setDateHeader(HttpHeaders.DATE, clock.millis());
                }
                chain.doFilter(request, response);
            });
            filter.setName("dateOfAnswers");
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }
}
