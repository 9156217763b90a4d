package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests which callers get access, with real tokens of the real Keycloak, through the gateway and at the service itself
 * (ISOLATION A5, 21).
 */
class CallerTest {

    private static final Deployment DEPLOYED = Deployment.running();

    private static final List<String> ASKED = List.of("/api/council", "/api/hubs", "/api/councils");

    @TestFactory
    List<DynamicTest> everyBadTokenIsRefused() {
        var good = Objects.requireNonNull(DEPLOYED.larkshire().bearer());
        var parts = good.split("\\.", -1);
        var none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        var otherClaims = parts[0]
                + "."
                + encoded(decoded(parts[1]).replace(DEPLOYED.councilId("larkshire"), DEPLOYED.councilId("meadowshire")))
                + "."
                + parts[2];
        var tokens = Map.of(
                "no signature",
                none,
                "claims changed under the signature",
                otherClaims,
                "not a token",
                "rubbish",
                "another realm's token",
                DEPLOYED.tokenOfTheMasterRealm());
        return tokens.entrySet().stream()
                .flatMap(token -> List.of(DEPLOYED.gateway(), DEPLOYED.conversations(), DEPLOYED.tenants()).stream()
                        .map(base -> DynamicTest.dynamicTest(token.getKey() + " at port " + base.getPort(), () -> {
                            for (var path : ASKED) {
                                var answer = Client.with(base, token.getValue()).get(path);
                                assertThat(answer.status())
                                        .as("%s: %s", path, answer)
                                        .isIn(401, 404);
                            }
                        })))
                .toList();
    }

    @Test
    void aCallWithoutASessionIsAProblemAndNeverARedirect() {
        var answer = Client.with(DEPLOYED.gateway(), null).get("/api/hubs");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("signed-out");
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void aTokenWithoutAnOrganizationChoosesNoCouncil() {
        var answer = DEPLOYED.machine("larkshire-import", "openid").get("/api/hubs");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("no-council");
    }

    @Test
    void aTokenForAnotherCouncilsAliasNamesNoCouncilAtAll() {
        var answer = DEPLOYED.freshMachine("larkshire-import", "openid organization:meadowshire")
                .get("/api/hubs");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("no-council");
    }

    @Test
    void aTokenWithTwoOrganizationsChoosesNoCouncil() {
        try (var _ = DEPLOYED.alsoInOrganization("larkshire-import", "meadowshire")) {
            var answer = DEPLOYED.freshMachine("larkshire-import", "openid organization:*")
                    .get("/api/hubs");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("no-council");
        }
    }

    /**
     * Tests a token with the right organization but without a row in our own table, as a forged invitation would give.
     */
    @Test
    void anOrganizationInTheTokenIsNotAMembership() {
        try (var _ = DEPLOYED.alsoInOrganization("larkshire-import", "meadowshire")) {
            var answer = DEPLOYED.freshMachine("larkshire-import", "openid organization:meadowshire")
                    .get("/api/hubs");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("not-a-member");
        }
    }

    @Test
    void theOperatorIsNoMemberOfACouncil() {
        var answer = DEPLOYED.operator().get("/api/hubs");

        assertThat(answer.status()).isEqualTo(403);
    }

    /** Asserts that access ends, and prints the time until then. */
    @Test
    void aSuspendedMemberIsRefusedWhileTheTokenIsStillGood() throws Exception {
        DEPLOYED.addMachine("meadowshire", "Second lead", "brackenshire-import", "lead");
        var lead = DEPLOYED.machine("brackenshire-import", "openid organization:meadowshire");
        var caller = DEPLOYED.meadowshire();
        var member = DEPLOYED.member("meadowshire", "meadowshire-import");
        assumeThat(caller.get("/api/hubs").status()).isEqualTo(200);

        var path = "/api/members/" + member.path("id").asString();
        var roles = member.path("roles");
        var suspended = lead.put(
                path,
                Map.of("name", member.path("name").asString(), "roles", roles, "status", "suspended"),
                Map.of("If-Match", "\"" + member.path("version").asString() + "\""));
        assertThat(suspended.status()).as("%s", suspended).isEqualTo(200);
        var since = Instant.now();
        try {
            var answer = caller.get("/api/hubs");
            while (answer.status() == 200 && since.plusSeconds(120).isAfter(Instant.now())) {
                Thread.sleep(50);
                answer = caller.get("/api/hubs");
            }
            System.out.printf(
                    "A suspension was felt after %d ms%n",
                    Duration.between(since, Instant.now()).toMillis());

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("not-a-member");
        } finally {
            lead.put(
                    path,
                    Map.of("name", member.path("name").asString(), "roles", roles, "status", "active"),
                    Map.of("If-Match", suspended.header("ETag")));
            Waiting.until("the member is back", () -> caller.get("/api/hubs").status() == 200);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
