package uk.alongside.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.wall.Migration;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.TestTime;
import uk.alongside.localstack.servers.ServiceDatabase;

/** Gives the service its own migrated database, and tokens signed by a key of this run. */
public final class RunningService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The service's clock, which starts at half past nine on a working day. Tokens use the machine's time. */
    public static final Clock CLOCK = clock();

    private static final ServiceDatabase DATABASE =
            LocalStack.forTests().postgres().createServiceDatabase("conversations");
    private static final Path KEY_FILE = keyFile();

    static {
        new Migration(
                        DATABASE.jdbcUrl(),
                        "conversations_migrator",
                        DATABASE.password("conversations_migrator"),
                        KEY_FILE,
                        "db/changelog/db.changelog-master.yaml",
                        OtherRoles.NONE)
                .run();
    }

    /** Returns a moment this long ago by the service's clock, for rows that a test makes older. */
    public static OffsetDateTime ago(Duration past) {
        return OffsetDateTime.now(CLOCK).minus(past);
    }

    /** Opens the database as a superuser, for tests that read or tamper where no other role can. */
    public static JdbcClient superuser() {
        return JdbcClient.create(LocalStack.forTests().postgres().superuser(DATABASE.name()));
    }

    /** Opens a superuser's session, for tests that act between two transactions. */
    public static Connection superuserSession() throws SQLException {
        return LocalStack.forTests().postgres().superuser(DATABASE.name()).getConnection();
    }

    /** Counts the service's sessions that wait for a lock. */
    public static int waitingForLocks() {
        return LocalStack.forTests().postgres().waitingForLocks(DATABASE.name());
    }

    /** Opens a session of one of the database's roles, with none of our code between the session and the server. */
    public static Connection session(String role) throws SQLException {
        return DriverManager.getConnection(DATABASE.jdbcUrl(), role, DATABASE.password(role));
    }

    /** Signs a context as the service does. Another key makes a forged context. */
    public static String context(UUID council, String role, @Nullable String otherKey) {
        try {
            var line = Files.readString(KEY_FILE).strip().split(":", -1);
            var claim = "v1|" + line[0] + "|" + council + "|" + role + "|"
                    + Instant.now().plusSeconds(300).getEpochSecond();
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(otherKey == null ? line[1] : otherKey), "HmacSHA256"));
            return claim + "|" + HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Clock clock() {
        var start = TestTime.start().atZone(TestTime.LONDON);
        return Clock.offset(Clock.system(TestTime.LONDON), Duration.between(Instant.now(), start));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("clock", CLOCK);
        TestPropertyValues.of(Map.of(
                        "alongside.public.username",
                        "conversations_public",
                        "alongside.public.password",
                        DATABASE.password("conversations_public"),
                        "alongside.encryption-key-file",
                        keyFile().toString(),
                        "alongside.jobs.night",
                        TestTime.night().toString(),
                        // A machine that runs many tests may be slower than an installation.
                        "spring.datasource.hikari.connection-timeout",
                        "120000"))
                .applyTo(context);
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url", DATABASE.jdbcUrl(),
                        "spring.datasource.username", "conversations_app",
                        "spring.datasource.password", DATABASE.password("conversations_app"),
                        "alongside.jobs.username", "conversations_jobs",
                        "alongside.jobs.password", DATABASE.password("conversations_jobs"),
                        "alongside.context-key-file", KEY_FILE.toString(),
                        "alongside.audit-key-file", keyFile().toString(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens.ISSUER,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens.keySet(),
                        "springdoc.api-docs.enabled", "true"))
                .applyTo(context);
    }

    private static Path keyFile() {
        try {
            var key = new byte[32];
            new Random().nextBytes(key);
            var file = Files.createTempFile("context", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "test:" + HexFormat.of().formatHex(key) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
