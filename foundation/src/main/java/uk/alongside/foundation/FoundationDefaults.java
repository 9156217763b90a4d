package uk.alongside.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds the settings that both services share, with the lowest precedence, so that a service can override each of them.
 */
final class FoundationDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            var defaults = new ClassPathResource("defaults.properties", FoundationDefaults.class);
            environment.getPropertySources().addLast(new ResourcePropertySource("foundation", defaults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
