package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.LocalStack;

@Tag("slow")
class MachineClientTest {

    private static final List<String> LIKE_AN_IMPORT = List.of("basic", "service_account", "to-services");
    private static final Realm.Machine IMPORT = Realm.machine("import", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE);

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser client = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        gateway.conversationsService().forget();
        gateway.tenantService().forget();
    }

    @Test
    void aMachineClientIsAdmittedByItsTokenAlone() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());

        var answer = client.post("/api/people", "{}", "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(gateway.conversationsService().last().token()).isEqualTo(token);
    }

    @Test
    void aBearerTokenTakesPrecedenceOverACookie() {
        client.signIn(Realm.SAM);
        client.choose(Realm.MEADOWSHIRE.alias());
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());

        client.get("/api/council", "Authorization", "Bearer " + token);

        assertThat(gateway.conversationsService().last().token()).isEqualTo(token);
    }

    @Test
    void aMachineClientCanBeAnOperatorWithoutACouncil() {
        var token = Realm.machine("alongside-operator").token("");

        assertThat(client.get("/api/councils", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMachineClientWithoutACouncilIsRefused() {
        assertRefused(IMPORT.token(""), 403, "no-council");
    }

    @Test
    void aMachineClientIsRefusedForAnotherCouncil() {
        assertRefused(IMPORT.token("organization:" + Realm.MEADOWSHIRE.alias()), 403, "no-council");
    }

    @Test
    void aTokenWithTwoCouncilsIsRefused() {
        var both = Realm.machine("both", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE, Realm.MEADOWSHIRE);
        var token = both.token("organization:*");
        assertThat(Realm.claims(token).path("organization").size()).isEqualTo(2);

        assertRefused(token, 403, "no-council");
        assertThat(client.get(
                                "/api/council",
                                "Authorization",
                                "Bearer " + both.token("organization:" + Realm.LARKSHIRE.alias()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anExpiredTokenIsRefused() throws InterruptedException {
        var end = Instant.ofEpochSecond(
                Realm.claims(Realm.BRIEF_TOKEN).path("exp").asLong());
        // Clocks may differ by five seconds.
        Thread.sleep(Duration.between(Instant.now(), end.plusSeconds(6)));

        assertRefused(Realm.BRIEF_TOKEN, 401, "invalid-token");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        var elsewhere = Realm.machine("elsewhere", 60, List.of("basic", "service_account"), Realm.LARKSHIRE);

        var token = elsewhere.token("organization:" + Realm.LARKSHIRE.alias());
        assertThat(Realm.claims(token).path("aud").asString()).isEqualTo("another-audience");

        assertRefused(token, 401, "invalid-token");
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        assertRefused(Realm.adminToken(), 401, "invalid-token");
    }

    @Test
    void aTokenStolenFromTheGatewayIsRefused() {
        var person = new Browser(gateway);
        person.signIn(Realm.PRIYA);
        person.get("/api/council");
        var stolen = gateway.conversationsService().last().token();
        gateway.conversationsService().forget();

        assertRefused(stolen, 401, "invalid-token");
    }

    @Test
    void anAlteredTokenIsRefused() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(Realm.LARKSHIRE.id(), Realm.MEADOWSHIRE.id());

        assertRefused(parts[0] + "." + encoded(claims) + "." + parts[2], 401, "invalid-token");
        assertRefused(encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".", 401, "invalid-token");
        assertRefused(encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims) + "." + parts[2], 401, "invalid-token");
        for (var algorithm : List.of("NONE", "XX256", "dir", "A256KW", "HS512", "ES256", "RS1")) {
            for (var end : List.of("." + parts[2], ".", "." + parts[2] + ".x.y")) {
                assertRefused(
                        encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"x\",\"enc\":\"A256GCM\"}") + "."
                                + encoded(claims) + end,
                        401,
                        "invalid-token");
            }
        }
        assertRefused("nonsense", 401, "invalid-token");
        assertRefused("", 401, null);
    }

    /** Any caller can invent key ids, and none of them may cause one request to Keycloak each. */
    @Test
    void inventedKeyIdsDoNotFloodKeycloak() throws IOException, InterruptedException {
        var realm = LocalStack.forTests().keycloak().baseUrl() + "/realms/alongside";
        var certs = "/protocol/openid-connect/certs";
        byte[] keys;
        try (var http = HttpClient.newHttpClient()) {
            keys = http.send(
                            HttpRequest.newBuilder(URI.create(realm + certs)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
        var asked = new AtomicInteger();
        var keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext(certs, exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        keycloak.start();
        try {
            var counted = new Browser(RunningGateway.with("alongside.keycloak.internal=http://127.0.0.1:"
                    + keycloak.getAddress().getPort()));
            var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
            var claims = token.split("\\.", -1)[1];

            for (int i = 0; i < 30; i++) {
                var madeUp = encoded("{\"alg\":\"RS256\",\"kid\":\"made-up-" + i + "\"}") + "." + claims + ".c2ln";
                assertThat(counted.get("/api/council", "Authorization", "Bearer " + madeUp)
                                .problem())
                        .isEqualTo("invalid-token");
            }
            var honest = counted.get("/api/council", "Authorization", "Bearer " + token);

            assertThat(asked).hasValueLessThan(5);
            assertThat(honest.status()).isEqualTo(200);
        } finally {
            keycloak.stop(0);
        }
    }

    @Test
    void anIdTokenIsRefused() {
        var answer = Realm.token(
                "alongside",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        IMPORT.clientId(),
                        "client_secret",
                        IMPORT.secret(),
                        "scope",
                        "openid organization:" + Realm.LARKSHIRE.alias()));

        var token = answer.path("id_token").asString();
        assertThat(Realm.claims(token).path("typ").asString()).isEqualTo("ID");

        assertRefused(token, 401, "invalid-token");
    }

    @Test
    void aMachineClientGetsNoSession() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());

        assertThat(client.get("/session", "Authorization", "Bearer " + token).problem())
                .isEqualTo("signed-out");
        assertThat(client.get("/api/council?access_token=" + token).status()).isEqualTo(401);
    }

    private void assertRefused(String token, int status, @org.jspecify.annotations.Nullable String problem) {
        var answer = client.get("/api/council", "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(status);
        if (problem != null) {
            assertThat(answer.problem()).isEqualTo(problem);
        }
        assertThat(answer.header("Location")).isNull();
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
