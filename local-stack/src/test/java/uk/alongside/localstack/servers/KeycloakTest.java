package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.StateFolder;

/**
 * Tests of Keycloak in a fixed order, because each start takes seconds: a test begins with the state that the one
 * before left.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {

    @TempDir
    private static Path folder;

    private static final Path PROGRAMS = LocalStack.root().resolve(".alongside/programs");

    private static StateFolder state;
    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() {
        state = new StateFolder(folder.resolve("state"));
        database = new EmbeddedPostgres(state, PROGRAMS, PortChoice.ANY, false);
    }

    /** Also removes the realm from the folder that all Keycloaks of this clone import from, {@code up}'s included. */
    @AfterAll
    static void stop() throws IOException {
        server().stop();
        database.stop();
        try (var homes = Files.newDirectoryStream(PROGRAMS, "keycloak-*")) {
            for (var home : homes) {
                Files.deleteIfExists(home.resolve("data/import/sample-realm.json"));
            }
        }
    }

    @Test
    @Order(1)
    void hasTheRealmOfTheFileWithGeneratedSecrets() throws Exception {
        var keycloak = server().startFresh();

        assertThat(tokenAnswer(keycloak, keycloak.secretOf("machine"))).isEqualTo(200);
        assertThat(tokenAnswer(keycloak, "${SECRET_MACHINE}")).isEqualTo(401);
        assertThat(keycloak.passwordOf("ida@sample.example")).hasSizeGreaterThan(15);
        assertThat(issuerOf(keycloak)).contains("\"" + keycloak.issuer() + "\"");
    }

    @Test
    @Order(2)
    void isKeptByTheNextRun() {
        var pid = server().running().orElseThrow().pid();

        var again = server().startFresh();

        assertThat(server().running().orElseThrow().pid()).isEqualTo(pid);
        assertThat(again.issuer().getPort()).isPositive();
    }

    @Test
    @Order(3)
    void startsWithoutTheRealmsOfAnEarlierTestRun() throws Exception {
        var before = server().startFresh();
        assertThat(createRealm(before, "left-over")).isEqualTo(201);

        Kill.andWait(server().running().orElseThrow(), before.baseUrl().getPort());
        var after = server().startFresh();

        assertThat(realmAnswer(after, "left-over")).isEqualTo(404);
        assertThat(realmAnswer(after, "sample")).isEqualTo(200);
    }

    @Test
    @Order(4)
    void repeatsAnInterruptedFirstImport() throws Exception {
        server().stop();
        var kept = new StateFolder(folder.resolve("kept"));
        var rows = new EmbeddedPostgres(kept, PROGRAMS, PortChoice.ANY, false);
        try {
            var postgres = new Postgres(rows.start(), kept, folder);
            postgres.createDatabase("keycloak");
            try (var connection = postgres.superuser("keycloak").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table realm (id text)"); // this table conflicts with Keycloak's own
            }
            var server = server(kept, rows);

            var first = server.startKeeping();
            assertThat(createRealm(first, "made-by-hand")).isEqualTo(201);
            Kill.andWait(server.running().orElseThrow(), first.baseUrl().getPort());
            var second = server.startKeeping();

            assertThat(realmAnswer(second, "made-by-hand")).isEqualTo(200);
            assertThat(tokenAnswer(second, second.secretOf("machine"))).isEqualTo(200);
        } finally {
            server(kept, rows).stop();
            rows.stop();
        }
    }

    private static EmbeddedKeycloak server() {
        return server(state, database);
    }

    private static EmbeddedKeycloak server(StateFolder state, EmbeddedPostgres database) {
        return new EmbeddedKeycloak(
                state,
                PROGRAMS,
                LocalStack.root(),
                PortChoice.ANY,
                new RealmFile(Path.of(
                        Objects.requireNonNull(KeycloakTest.class.getResource("/sample-realm/sample-realm.json"))
                                .getPath())),
                () -> new Postgres(database.start(), state, folder));
    }

    private static int tokenAnswer(Keycloak keycloak, String secret) throws Exception {
        return post(
                        keycloak.issuer() + "/protocol/openid-connect/token",
                        Map.of("grant_type", "client_credentials", "client_id", "machine", "client_secret", secret))
                .statusCode();
    }

    private static String issuerOf(Keycloak keycloak) throws Exception {
        return get(keycloak.issuer() + "/.well-known/openid-configuration").body();
    }

    private static int realmAnswer(Keycloak keycloak, String realm) throws Exception {
        return get(keycloak.baseUrl() + "/realms/" + realm).statusCode();
    }

    private static int createRealm(Keycloak keycloak, String realm) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(keycloak.baseUrl() + "/admin/realms"))
                .header("Authorization", "Bearer " + keycloak.adminToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"realm\":\"" + realm + "\",\"enabled\":true}"))
                .build();
        return send(request).statusCode();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static HttpResponse<String> post(String address, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
