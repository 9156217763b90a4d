package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.Part;

/**
 * Stops one part in the middle of the morning, and tests that some work goes on, that people read a clear message and
 * that no data is lost.
 */
@Tag("browser")
@Order(Integer.MAX_VALUE)
class OutageTest {

    private static final Deployment DEPLOYED = Deployment.running();

    @Test
    void withoutRedisSignedInPeopleAreToldInWordsAndProgramsGoOn() throws Exception {
        try (var browser = new Chromium()) {
            var page = SignIn.as(browser.person(), DEPLOYED, "priya@larkshire.example");
            assertThat(fetch(page, "/api/council")).isEqualTo(200);

            DEPLOYED.stop(Part.REDIS);
            try {
                assertThat(fetch(page, "/api/council")).isEqualTo(503);
                page.navigate(DEPLOYED.gateway() + "/hubs");
                assertThat(page.url()).as("no loop through sign-in").startsWith(DEPLOYED.gateway() + "/hubs");
                assertThat(DEPLOYED.larkshire().get("/api/council").status()).isEqualTo(200);
            } finally {
                DEPLOYED.start(Part.REDIS);
            }

            Waiting.until("the same person works on", () -> fetch(page, "/api/council") == 200);
        }
    }

    @Test
    void withoutKeycloakWorkGoesOnUntilTheTokenEnds() {
        // A new token, which is still valid when Keycloak has stopped.
        var caller = DEPLOYED.freshMachine("larkshire-import", "openid organization:larkshire");
        assertThat(caller.get("/api/council").status()).isEqualTo(200);
        var lastToken = Client.with(DEPLOYED.gateway(), caller.bearer());

        DEPLOYED.stop(Part.KEYCLOAK);
        try {
            assertThat(lastToken.get("/api/council").status()).isEqualTo(200);
            assertThat(lastToken.get("/api/hubs").status()).isEqualTo(200);
        } finally {
            DEPLOYED.start(Part.KEYCLOAK);
        }

        assertThat(caller.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void withoutTenantServiceConversationsServiceWorks() throws Exception {
        DEPLOYED.kill(Part.TENANT_SERVICE);
        try {
            World.in(DEPLOYED.larkshire());

            var operator = DEPLOYED.operator().get("/api/councils");
            assertThat(operator.status()).isEqualTo(503);
            assertThat(operator.problem()).isEqualTo("unavailable");
        } finally {
            DEPLOYED.start(Part.TENANT_SERVICE);
        }

        Waiting.until(
                "the operator works on",
                () -> DEPLOYED.operator().get("/api/councils").succeeded());
    }

    /** Tests that the operator's changes during an outage of the other service arrive when that service is back. */
    @Test
    void whatChangesWhileConversationsServiceIsDeadArrivesLater() throws Exception {
        var operator = DEPLOYED.operator();
        var path = "/api/councils/" + DEPLOYED.councilId("meadowshire");
        var phone = "01632 960" + (100 + (int) (Math.random() * 800));
        var world = World.in(DEPLOYED.meadowshire());

        DEPLOYED.kill(Part.CONVERSATIONS_SERVICE);
        try {
            assertThat(DEPLOYED.meadowshire().get("/api/council").status()).isEqualTo(503);
            var now = operator.get(path);
            var changed = operator.put(
                    path + "/settings",
                    Map.of(
                            "name",
                            now.json().path("name").asString(),
                            "talkingPoint",
                            "Talking point",
                            "contactPhone",
                            phone),
                    Map.of("If-Match", now.header("ETag")));
            assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        } finally {
            DEPLOYED.start(Part.CONVERSATIONS_SERVICE);
        }

        Waiting.until("the new telephone number has arrived", () -> {
            var council = DEPLOYED.meadowshire().get("/api/council");
            return council.succeeded()
                    && council.json().path("contactPhone").asString("").equals(phone);
        });
        assertThat(DEPLOYED.meadowshire()
                        .get("/api/people/" + world.id("personId"))
                        .status())
                .isEqualTo(200);
    }

    /** Tests that a booking without an answer is found again by its key. */
    @Test
    void aBookingCutOffHalfwayIsNeitherLostNorDoubled() throws Exception {
        var council = DEPLOYED.larkshire();
        var world = World.in(council);
        var person = World.person(council, "Edna", "Fox");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/slots/" + world.id("slotId") + "/bookings";

        var asking = Thread.ofVirtual().start(() -> council.call("POST", path, Map.of("personId", person), key));
        DEPLOYED.kill(Part.CONVERSATIONS_SERVICE);
        DEPLOYED.start(Part.CONVERSATIONS_SERVICE);
        asking.join();
        Waiting.until(
                "the repeat is answered",
                () -> council.call("POST", path, Map.of("personId", person), key)
                                .status()
                        == 201);

        assertThat(council.get("/api/sessions/" + world.id("sessionId"))
                        .json()
                        .path("slots")
                        .get(0)
                        .path("taken")
                        .asInt())
                .isEqualTo(2);
    }

    private static int fetch(Page page, String path) {
        return ((Number) page.evaluate("path => fetch(path).then(answer => answer.status)", path)).intValue();
    }
}
