package uk.alongside.foundation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.foundation.wall.Wall.LARKSHIRE;
import static uk.alongside.foundation.wall.Wall.MEADOWSHIRE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.telemetry.CouncilTag;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSuspension;

@ExtendWith(OutputCaptureExtension.class)
class RequestPathTest extends TrialService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final UUID PRIYA = UUID.fromString("a1000000-0000-4000-8000-000000000001");
    private static final UUID LENA = UUID.fromString("a1000000-0000-4000-8000-000000000002");

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private CouncilSuspension suspension;

    @Autowired
    private TransactionOperations transactions;

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @BeforeEach
    void fill() {
        fillBothCouncils();
        superuser.sql("delete from app.member").update();
        member(LARKSHIRE, PRIYA, "priya", "hub-staff", "active");
        member(LARKSHIRE, LENA, "lena", "lead", "active");
        member(LARKSHIRE, UUID.randomUUID(), "former", "hub-staff", "suspended");
    }

    @Test
    void aMemberSeesOnlyTheirOwnCouncil() {
        var answer = get("/api/residents", token("priya"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ada Example").doesNotContain("Bob Example");
        assertThat(answer.headers().firstValue("Alongside-Council")).contains(LARKSHIRE.toString());
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void theCallerComesFromTheMemberRow() {
        assertThat(get("/api/me", token("priya")).body()).contains(PRIYA.toString(), "hub-staff", LARKSHIRE.toString());
    }

    @Test
    @DisplayName("A5-19: another council's row and a row that does not exist are answered with the same bytes")
    void anotherCouncilsRowIsAnsweredAsNotFound() {
        var foreign = get("/api/residents/" + BOB, token("priya"));
        var never = get("/api/residents/" + UUID.randomUUID(), token("priya"));
        var nonsense = get("/api/residents/not-an-id", token("priya"));

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body())
                .isEqualTo(never.body())
                .isEqualTo(nonsense.body())
                .contains("https://alongside.example/problems/not-found")
                .doesNotContain("instance");
        assertThat(get("/api/residents/" + ADA, token("priya")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("A5-20: a council in a header, a query or a body is ignored")
    void theCouncilComesFromTheTokenOnly() throws Exception {
        var request = request("/api/residents?tenant=" + MEADOWSHIRE, token("priya"))
                .header("X-Tenant-Id", MEADOWSHIRE.toString())
                .header("Alongside-Council", MEADOWSHIRE.toString())
                .build();

        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("Ada Example").doesNotContain("Bob Example");
    }

    @Test
    @DisplayName("A5-24: a council's id in the body is ignored")
    void aTenantIdInTheBodyIsIgnored() {
        var answer = post("/api/residents", token("priya"), """
                {"name": "Cleo Example", "reference": "R9", "tenantId": "%s"}""".formatted(MEADOWSHIRE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(superuser
                        .sql("select tenant_id from app.resident where reference = 'R9'")
                        .query(UUID.class)
                        .list())
                .containsExactly(LARKSHIRE);
    }

    @Test
    @DisplayName("A5-21: no token, and tokens that are not ours, are 401")
    void aForeignTokenIsRefused() throws JOSEException {
        var council = Map.of("x", Map.of("id", LARKSHIRE.toString()));
        var strangeKey = new RSAKeyGenerator(2048).keyID("test").generate();
        var refused = Map.of(
                "another issuer",
                ISSUER.token(
                        "priya", c -> c.issuer("http://localhost/realms/other").claim("organization", council)),
                "another audience",
                ISSUER.token("priya", c -> c.audience("account").claim("organization", council)),
                "expired",
                ISSUER.token(
                        "priya",
                        c -> c.expirationTime(Date.from(Instant.now().minusSeconds(30)))
                                .claim("organization", council)),
                "without an expiry",
                ISSUER.token("priya", c -> c.expirationTime(null).claim("organization", council)),
                "without a client",
                ISSUER.token("priya", c -> c.claim("azp", null).claim("organization", council)),
                "without a subject",
                ISSUER.token("priya", c -> c.subject(null).claim("organization", council)),
                "an identity token",
                ISSUER.token("priya", c -> c.claim("typ", "ID").claim("organization", council)),
                "another key",
                ISSUER.signed(strangeKey, "priya", c -> c.claim("organization", council)),
                "unsigned",
                new PlainJWT(new JWTClaimsSet.Builder()
                                .issuer(ISSUER.name())
                                .subject("priya")
                                .build())
                        .serialize(),
                "no token at all",
                "x");

        refused.forEach((why, token) -> {
            var answer = get("/api/residents", token);

            assertThat(answer.statusCode()).as(why).isEqualTo(401);
            assertThat(answer.body()).as(why).contains("problems/signed-out");
        });
    }

    @Test
    void aCouncilsOwnSignInOpensOnlyThatCouncil() {
        var council = Map.of("x", Map.of("id", LARKSHIRE.toString()));
        var provider = "council-" + LARKSHIRE;
        long now = Instant.now().getEpochSecond();
        var own = ISSUER.token(
                "priya",
                c -> c.claim("organization", council)
                        .claim("identity_provider", provider)
                        .claim("auth_time", now));
        var withoutTime =
                ISSUER.token("priya", c -> c.claim("organization", council).claim("identity_provider", provider));
        var others = Stream.concat(
                        Stream.of(withoutTime),
                        Stream.of("council-" + MEADOWSHIRE, LARKSHIRE.toString(), "")
                                .map(other -> ISSUER.token(
                                        "priya",
                                        c -> c.claim("organization", council)
                                                .claim("identity_provider", other)
                                                .claim("auth_time", now))))
                .toList();

        assertThat(get("/api/residents", own).statusCode()).isEqualTo(200);
        assertThat(others).allSatisfy(token -> {
            var answer = get("/api/residents", token);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("problems/other-sign-in");
        });
    }

    @Test
    void aCouncilsOwnSignInIsNeverTheOperators() {
        var roles = Map.of("roles", List.of("operator"));
        var provider = "council-" + LARKSHIRE;
        var withoutCouncil =
                ISSUER.token("olga", c -> c.claim("realm_access", roles).claim("identity_provider", provider));
        var inTheCouncil = ISSUER.token(
                "olga",
                c -> c.claim("realm_access", roles)
                        .claim("identity_provider", provider)
                        .claim("organization", Map.of("x", Map.of("id", LARKSHIRE.toString()))));

        assertThat(get("/api/operation", withoutCouncil).statusCode()).isEqualTo(403);
        assertThat(get("/api/me", inTheCouncil).body()).contains("problems/other-sign-in");
    }

    @Test
    @DisplayName("A5-21: a token with no council, with two, or with one that has no id is 403")
    void aTokenWithoutExactlyOneCouncilIsRefused() {
        var two = Map.of(
                "larkshire", Map.of("id", LARKSHIRE.toString()), "meadowshire", Map.of("id", MEADOWSHIRE.toString()));
        var refused = List.of(
                ISSUER.token("priya", c -> c),
                ISSUER.token("priya", c -> c.claim("organization", Map.of())),
                ISSUER.token("priya", c -> c.claim("organization", two)),
                ISSUER.token("priya", c -> c.claim("organization", List.of("larkshire"))),
                ISSUER.token("priya", c -> c.claim("organization", Map.of("larkshire", Map.of()))),
                ISSUER.token("priya", c -> c.claim("organization", Map.of("larkshire", Map.of("id", "larkshire")))));

        refused.forEach(token -> {
            var answer = get("/api/residents", token);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("problems/no-council");
        });
    }

    @Test
    @DisplayName("A5-21: a caller without an active member row is refused at the next request")
    void aCallerWithoutAnActiveMembershipIsRefused() {
        var before = get("/api/residents", token("priya"));
        superuser
                .sql("update app.member set status = 'suspended' where subject = 'priya'")
                .update();
        var after = get("/api/residents", token("priya"));

        assertThat(before.statusCode()).isEqualTo(200);
        for (var answer : List.of(
                after,
                get("/api/residents", token("former")),
                get("/api/residents", token("stranger")),
                get("/api/residents", ISSUER.token("lena", MEADOWSHIRE)))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("problems/not-a-member");
        }
    }

    @Test
    void aSuspendedCouncilAdmitsNoneOfItsMembersUntilItIsResumed() {
        member(MEADOWSHIRE, UUID.randomUUID(), "bob", "hub-staff", "active");
        CouncilContext.run(LARKSHIRE, () -> transactions.executeWithoutResult(_ -> suspension.set(true)));
        CouncilContext.run(LARKSHIRE, () -> transactions.executeWithoutResult(_ -> suspension.set(true)));
        var suspended = get("/api/residents", token("priya"));
        var never = get("/api/residents", token("stranger"));
        var elsewhere = get("/api/residents", ISSUER.token("bob", MEADOWSHIRE));

        assertThat(CouncilContext.call(LARKSHIRE, suspension::isOn)).isTrue();
        assertThat(CouncilContext.call(MEADOWSHIRE, suspension::isOn)).isFalse();
        CouncilContext.run(LARKSHIRE, () -> transactions.executeWithoutResult(_ -> suspension.set(false)));
        var resumed = get("/api/residents", token("priya"));

        for (var answer : List.of(suspended, never)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("problems/council-suspended", "Nothing was deleted.");
        }
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(resumed.statusCode()).isEqualTo(200);
        assertThat(resumed.body()).contains("Ada Example");
    }

    @Test
    void aRequestBeyondTheCallersRoleIsRefused() {
        var answer = get("/api/residents", token("lena"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("problems/not-allowed");
    }

    @Test
    void anOperatorCanOperateAndNothingElse() {
        var operator = ISSUER.token("olga", c -> c.claim("realm_access", Map.of("roles", List.of("operator"))));
        var withCouncil = ISSUER.token(
                "priya",
                c -> c.claim("realm_access", Map.of("roles", List.of("operator")))
                        .claim("organization", Map.of("x", Map.of("id", LARKSHIRE.toString()))));

        assertThat(get("/api/operation", operator).statusCode()).isEqualTo(200);
        assertThat(get("/api/residents", operator).statusCode()).isEqualTo(403);
        assertThat(get("/api/operation", withCouncil).statusCode()).isEqualTo(403);
        assertThat(get("/api/operation", token("priya")).statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorActsForACouncilOnlyWhileSupportAccessIsGranted() {
        var operator = ISSUER.token(
                "olga",
                c -> c.claim("realm_access", Map.of("roles", List.of("operator")))
                        .claim("organization", Map.of("x", Map.of("id", LARKSHIRE.toString()))));
        var before = get("/api/me", operator);
        member(LARKSHIRE, UUID.randomUUID(), "olga", "hub-staff", "active");
        var asMember = get("/api/me", operator);
        superuser
                .sql(
                        "update app.member set roles = '{support}', ends_at = now() + interval '1 hour' where subject = 'olga'")
                .update();
        var granted = get("/api/me", operator);
        var residents = get("/api/residents", operator);
        superuser
                .sql("update app.member set ends_at = now() - interval '1 second' where subject = 'olga'")
                .update();
        var expired = get("/api/me", operator);
        superuser
                .sql(
                        "update app.member set status = 'suspended', ends_at = now() + interval '1 hour' where subject = 'olga'")
                .update();
        var ended = get("/api/me", operator);

        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(residents.body()).contains("problems/not-allowed");
        for (var answer : List.of(before, asMember, expired, ended)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("problems/support-access-needed");
        }
    }

    @Test
    void anInvalidRequestIsAnsweredWithThePointerOfEachField() {
        var answer = post("/api/residents", token("priya"), """
                {"name": " ", "reference": "R7"}""");
        var format = post("/api/residents", token("priya"), """
                {"name": "Cleo", "reference": "R7", "tenantId": "no-id"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("problems/invalid", "{\"pointer\":\"#/name\",\"code\":\"NotBlank\"}");
        assertThat(format.statusCode()).isEqualTo(400);
        assertThat(format.body())
                .contains("{\"pointer\":\"#/tenantId\",\"code\":\"Format\"}")
                .doesNotContain("no-id");
    }

    @Test
    @DisplayName("A5-36: a failure is answered with a trace id only, and the log names no person")
    void errorsAndLogsNameNoPerson(CapturedOutput output) {
        var answer = get("/api/failure", token("priya"));
        var unique = post("/api/residents", token("priya"), """
                {"name": "Dora Example", "reference": "R1"}""");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("traceId").doesNotContain("Ada").doesNotContain("instance");
        assertThat(unique.statusCode()).isEqualTo(500);
        assertThat(output.getAll())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("Ada Example")
                .doesNotContain("Dora Example");
    }

    @Test
    void aReadOutsideATransactionIsRefused(CapturedOutput output) {
        assertThat(get("/api/outside-a-transaction", token("priya")).statusCode())
                .isEqualTo(500);
        assertThat(output.getAll()).contains("uk.alongside.foundation.wall.NoCouncilBound");
    }

    @Test
    @DisplayName("A5-38: actuator shows only health, without details; every unknown address is a plain 404")
    void everyOtherAddressIsClosed() {
        assertThat(get("/actuator/health/readiness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health", "").body()).doesNotContain("PostgreSQL");
        for (var path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/v3/api-docs",
                "/",
                "/x")) {
            assertThat(get(path, "").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/api/nothing", token("priya")).body())
                .isEqualTo(get("/api/residents/" + UUID.randomUUID(), token("priya"))
                        .body());
    }

    @Test
    void operationsAndRefusedCallersAreCountedWithoutAnId() {
        get("/api/residents/" + ADA, token("priya"));
        get("/api/residents/" + BOB, token("priya"));
        get("/api/residents/" + ADA, token("former"));
        get("/api/residents/" + ADA, "nonsense");

        assertThat(count("alongside.operations", "operation", "getResident", "result", "done"))
                .isPositive();
        assertThat(count("alongside.operations", "operation", "getResident", "result", "not-found"))
                .isPositive();
        assertThat(count("alongside.refused.callers", "problem", "not-a-member"))
                .isPositive();
        assertThat(count("alongside.refused.callers", "problem", "signed-out")).isPositive();
        assertThat(count("alongside.council.operations", "council", CouncilTag.of(LARKSHIRE), "result", "refused"))
                .isPositive();
        assertThat(meters.getMeters().stream()
                        .map(meter -> meter.getId().toString())
                        .filter(id -> Stream.of(ADA, BOB, LARKSHIRE, "Ada", "priya")
                                .anyMatch(secret -> id.contains(secret.toString()))))
                .isEmpty();
    }

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private String token(String subject) {
        return ISSUER.token(subject, LARKSHIRE);
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).build());
    }

    private HttpResponse<String> post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void member(UUID council, UUID id, String subject, String role, String status) {
        superuser
                .sql("insert into app.member values (?, ?, ?, ?, 'A name', array[?], ?, 1, null)")
                .params(council, id, ISSUER.name(), subject, role, status)
                .update();
    }
}
