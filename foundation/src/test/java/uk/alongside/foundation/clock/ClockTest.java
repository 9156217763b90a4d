package uk.alongside.foundation.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClockTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClockConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void theClockOfAServiceIsTheMachines() {
        service.run(started -> {
            var clock = started.getBean(Clock.class);
            assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
            assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/London"));
        });
    }

    @Test
    void aTestMovesTheClockOfARunningServiceByAFile() throws IOException {
        var file = Files.writeString(folder.resolve("offset"), "PT-3H\n");
        onLoopback(file).run(started -> {
            var clock = started.getBean(Clock.class);
            assertThat(clock.instant())
                    .isCloseTo(Instant.now().minus(Duration.ofHours(3)), within(5, ChronoUnit.SECONDS));

            Files.writeString(file, "PT48H");

            assertThat(clock.withZone(ZoneOffset.UTC).instant())
                    .isCloseTo(Instant.now().plus(Duration.ofDays(2)), within(5, ChronoUnit.SECONDS));
        });
    }

    @Test
    void everyAnswerIsDatedByTheClockOfTheService() throws IOException {
        var file = Files.writeString(folder.resolve("offset"), "PT-3H");
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClockConfiguration.class))
                .withPropertyValues("server.address=127.0.0.1", "alongside.clock-offset-file=" + file)
                .run(started -> {
                    var filter = requireNonNull(started.getBean("dateOfAnswers", FilterRegistrationBean.class)
                            .getFilter());
                    var response = new MockHttpServletResponse();
                    filter.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());

                    assertThat(Instant.ofEpochMilli(response.getDateHeader("Date")))
                            .isCloseTo(Instant.now().minus(Duration.ofHours(3)), within(5, ChronoUnit.SECONDS));
                });
    }

    @Test
    void aServiceDoesNotStartWithoutTheFileThatItIsGiven() {
        onLoopback(folder.resolve("missing")).run(started -> assertThat(started).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "10.0.0.7"})
    void aServiceThatOtherMachinesReachRefusesAnotherClock(String address) throws IOException {
        var file = Files.writeString(folder.resolve("offset"), "PT-3H");
        onLoopback(file)
                .withPropertyValues("server.address=" + address)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("alongside.clock-offset-file is for tests"));
    }

    private ApplicationContextRunner onLoopback(Path file) {
        return service.withPropertyValues("server.address=127.0.0.1", "alongside.clock-offset-file=" + file);
    }
}
