package uk.alongside.foundation.trial;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import uk.alongside.foundation.wall.Wall;

@SpringBootApplication
public class TrialApplication {

    private static final Path AUDIT_KEY = Wall.keyFile("a1", 'd');
    private static final Path ENCRYPTION_KEY = Wall.keyFile("t1", 'c');

    /** Returns the settings of a service that uses this database and trusts this token issuer. */
    public static void configure(DynamicPropertyRegistry settings, Wall wall, Issuer issuer) {
        settings.add("spring.datasource.url", wall.database()::jdbcUrl);
        settings.add("spring.datasource.username", () -> "conversations_app");
        settings.add("spring.datasource.password", () -> wall.database().password("conversations_app"));
        settings.add("spring.datasource.hikari.maximum-pool-size", () -> 4);
        // A machine that runs many tests may stop a process for longer than a person waits.
        settings.add("spring.datasource.hikari.connection-timeout", () -> 60_000);
        settings.add("alongside.jobs.username", () -> "conversations_jobs");
        settings.add("alongside.jobs.password", () -> wall.database().password("conversations_jobs"));
        settings.add("alongside.context-key-file", () -> wall.keyFile().toString());
        settings.add("alongside.audit-key-file", () -> AUDIT_KEY.toString());
        settings.add("alongside.encryption.enabled", () -> true);
        settings.add("alongside.encryption-key-file", () -> ENCRYPTION_KEY.toString());
        settings.add("alongside.audit.sealing", () -> false);
        settings.add("alongside.changelog", () -> Wall.CHANGELOG);
        settings.add("alongside.check-connections-on-return", () -> true);
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer::name);
        settings.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuer::keys);
        settings.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "conversations-service");
    }
}
