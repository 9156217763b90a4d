package uk.alongside.tenant;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import uk.alongside.foundation.Migration;

/** The service of councils and members; with {@code migrate} it brings its database up to date instead. */
@SpringBootApplication
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
