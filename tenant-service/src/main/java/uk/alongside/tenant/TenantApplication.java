package uk.alongside.tenant;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import uk.alongside.foundation.wall.Migration;

/** The service of councils and members. With {@code migrate} it brings its database up to date instead. */
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
        } else {
            SpringApplication.run(TenantApplication.class, args);
        }
    }
}
