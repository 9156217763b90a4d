package uk.alongside.tenant;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import uk.alongside.foundation.wall.CitusCommand;
import uk.alongside.foundation.wall.ContextKeyCommand;
import uk.alongside.foundation.wall.Migration;

/**
 * The service of councils and members. With {@code migrate}, {@code context-key} or {@code citus} it changes its database
 * instead.
 */
@SpringBootApplication
@OpenAPIDefinition(
        info =
                @Info(
                        title = "tenant-service",
                        version = "1",
                        description = "Councils and who belongs to them, for the operator"),
        servers = @Server(url = "/"))
@ConfigurationPropertiesScan
public class TenantApplication {

    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run(args);
        } else if (ContextKeyCommand.isAskedFor(args)) {
            ContextKeyCommand.run(args);
        } else if (CitusCommand.isAskedFor(args)) {
            CitusCommand.run(args);
        } else {
            SpringApplication.run(TenantApplication.class, args);
        }
    }
}
