package uk.alongside.gateway;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import uk.alongside.gateway.command.Commands;
import uk.alongside.gateway.redis.RedisSettings;
import uk.alongside.gateway.settings.GatewaySettings;

/** The gateway: sign-in, sessions, rate limits, routes and the frontend's files. */
@SpringBootApplication
@EnableConfigurationProperties({GatewaySettings.class, RedisSettings.class})
public class GatewayApplication {

    /** Starts the gateway. With the name of an operator's command, runs that command and ends. */
    public static void main(String[] arguments) {
        if (Commands.isAskedFor(arguments)) {
            Commands.run(arguments);
        } else {
            SpringApplication.run(GatewayApplication.class, arguments);
        }
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/London"));
    }
}
