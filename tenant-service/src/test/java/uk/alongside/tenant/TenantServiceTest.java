package uk.alongside.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.wall.Migration;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.TestTime;
import uk.alongside.localstack.demonstration.MadeUpMembers;
import uk.alongside.localstack.servers.ServiceDatabase;

/**
 * The whole service over real PostgreSQL and real Keycloak; only its peer is a substitute. All tests share one context.
 */
@Tag("slow")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class TenantServiceTest {

    protected static final Realm REALM = new Realm();
    protected static final Peer PEER = new Peer();
    protected static final Relay KEYCLOAK =
            new Relay(LocalStack.forTests().keycloak().baseUrl());
    protected static final Path KEY = key();
    protected static final ServiceDatabase DATABASE = migrated();
    protected static final MadeUpMembers MEMBERS = new MadeUpMembers(
            LocalStack.forTests().keycloak(), LocalStack.forTests().postgres().superuser(DATABASE.name()));

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        settings(DATABASE, PEER.url()).forEach((name, value) -> properties.add(name, () -> value));
    }

    /** Returns all settings that a service receives from outside. */
    protected static Map<String, String> settings(ServiceDatabase database, String peer) {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", database.jdbcUrl()),
                Map.entry("spring.datasource.password", database.password("tenant_app")),
                Map.entry("alongside.jobs.password", database.password("tenant_jobs")),
                Map.entry("alongside.jobs.poll-every", "100ms"),
                Map.entry("alongside.jobs.night", TestTime.night().toString()),
                Map.entry("alongside.context-key-file", KEY.toString()),
                Map.entry("alongside.audit-key-file", KEY.toString()),
                Map.entry("alongside.benchmark-key-file", KEY.toString()),
                Map.entry("alongside.check-connections-on-return", "true"),
                Map.entry("springdoc.api-docs.enabled", "true"),
                Map.entry("alongside.conversations.url", peer),
                Map.entry("alongside.mail.mode", "outbox"),
                Map.entry("alongside.account.changes-every", "1s"),
                Map.entry("alongside.sign-in-provider.allow-private-addresses", "true"),
                // A machine that runs many tests may stop a process for longer than an installation waits.
                Map.entry("alongside.identity.connect-timeout", "30s"),
                Map.entry("alongside.identity.read-timeout", "60s"),
                Map.entry("alongside.conversations.connect-timeout", "30s"),
                Map.entry("alongside.conversations.read-timeout", "60s"),
                Map.entry("alongside.sign-in-provider.timeout", "60s"),
                Map.entry("alongside.identity.url", KEYCLOAK.url() + "/realms/alongside"),
                Map.entry("alongside.identity.client-secret", REALM.secretOf("tenant-service")),
                Map.entry("alongside.identity.administration-secret", REALM.secretOf("tenant-service-administration")),
                Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", REALM.issuer()),
                Map.entry(
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                        REALM.issuer() + "/protocol/openid-connect/certs"));
    }

    protected static ServiceDatabase migrated() {
        var database = LocalStack.forTests().postgres().createServiceDatabase("tenant");
        new Migration(
                        database.jdbcUrl(),
                        "tenant_migrator",
                        database.password("tenant_migrator"),
                        KEY,
                        "db/changelog/db.changelog-master.yaml",
                        OtherRoles.NONE)
                .run();
        return database;
    }

    private static Path key() {
        try {
            var bytes = new byte[32];
            new Random(1).nextBytes(bytes);
            var file = Files.createTempFile("context", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "test:" + HexFormat.of().formatHex(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a client of the service with this token. */
    protected Http as(@Nullable String token) {
        return new Http(base(), token);
    }

    protected Http operator() {
        return Http.renewing(base(), REALM::operator);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns a lead of this council: a machine client, because a person's token needs a browser. */
    protected Http lead(NewCouncil council) {
        operator()
                .get("/api/councils")
                .body()
                .path("items")
                .valueStream()
                .filter(known -> known.path("alias").asString().equals(council.alias()))
                .forEach(known -> machine(known.path("id").asString(), "Settings client", "larkshire-import", "lead"));
        return Http.renewing(base(), () -> REALM.keptToken("larkshire-import", "organization:" + council.alias()));
    }

    /** Makes a machine client a member of this council, and returns the member's id. */
    protected static String machine(String council, String name, String clientId, String... roles) {
        return MEMBERS.addMachine(UUID.fromString(council), name, clientId, List.of(roles))
                .toString();
    }

    /** Makes a person a member of this council, and returns the member's id. */
    protected static String person(String council, String name, String email, String... roles) {
        return MEMBERS.addPerson(UUID.fromString(council), name, email, List.of(roles))
                .toString();
    }

    /** Returns the one-time password in the mail to this address, which no answer shows. */
    protected static String passwordMailedTo(String email) {
        return passwordMailedTo(email, "");
    }

    /** Returns the one-time password in a later mail to this address than that of the earlier password. */
    protected static String passwordMailedTo(String email, String earlier) {
        eventually(
                Duration.ofMinutes(2),
                () -> MEMBERS.passwordMailedTo(email)
                        .filter(password -> !password.equals(earlier))
                        .isPresent());
        return MEMBERS.passwordMailedTo(email).orElseThrow();
    }

    /** Returns the superuser's access to every row, for reads and changes that no role of the service may make. */
    protected JdbcClient superuser() {
        return JdbcClient.create(LocalStack.forTests().postgres().superuser(DATABASE.name()));
    }

    /** Founds a council of its own for a test that must not meet another's. */
    protected NewCouncil aCouncil() {
        return new NewCouncil("c" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** An operator's request for a council. */
    protected record NewCouncil(String alias) {

        public String name() {
            return "Council of " + alias;
        }

        public String leadEmail() {
            return "lead@" + alias + ".example";
        }

        public String json() {
            return """
                    {"name": "%s", "alias": "%s", "demonstration": true, "contactPhone": "01632 960100",
                     "firstLead": {"name": "Lena Marsh", "email": "%s"}}""".formatted(name(), alias, leadEmail());
        }
    }

    /** Returns the answer to a caller who has to wait for this statement, which is committed during the call. */
    protected Http.Answer whileTheirsIsUncommitted(String sql, Callable<Http.Answer> request) throws Exception {
        try (var theirs = LocalStack.forTests()
                        .postgres()
                        .superuser(DATABASE.name())
                        .getConnection();
                var statement = theirs.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            theirs.setAutoCommit(false);
            statement.execute(sql);
            var answer = threads.submit(request);
            untilSoManyWait(1);
            theirs.commit();
            return answer.get();
        }
    }

    /** Waits until this number of this database's sessions wait for another. */
    protected void untilSoManyWait(int sessions) {
        eventually(
                Duration.ofSeconds(30),
                () -> LocalStack.forTests().postgres().waitingForLocks(DATABASE.name()) >= sessions);
    }

    protected static void eventually(Duration within, BooleanSupplier holds) {
        long end = System.nanoTime() + within.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + within);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
