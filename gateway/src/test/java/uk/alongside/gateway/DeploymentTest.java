package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Tests what an operator sees of the gateway, and that no one else sees it. */
@Tag("slow")
class DeploymentTest {

    private static final String STATE = "/session/deployment";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void now() {
        gateway.resetClock();
    }

    @Test
    void isShownToAnOperator() {
        browser.setUpAuthenticator(browser.signIn(Realm.operator()));
        browser.get("/api/councils");

        var answer = browser.get(STATE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var state = new JsonMapper().readTree(answer.body());
        assertThat(state.path("redisMemory").asDouble(-1)).isBetween(0.0, 1.1);
        assertThat(state.path("certificates").size())
                .as("addresses that are not HTTPS")
                .isZero();
        assertThat(state.propertyNames()).isSubsetOf("version", "redisMemory", "certificates");
    }

    @Test
    void isNotThereForAMemberOfACouncilAndForAStranger() {
        assertThat(browser.get(STATE).problem()).isEqualTo("signed-out");

        browser.signIn(Realm.account("Una", "una", Realm.LARKSHIRE));
        assertThat(browser.get(STATE).problem()).isEqualTo("not-found");
    }

    @Test
    void runbooksAreTextsThatAnyoneMayRead() {
        var text = browser.get("/gateway/runbooks/QueueLate");

        assertThat(text.status()).isEqualTo(200);
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.body()).startsWith("# QueueLate");
        assertThat(browser.get("/gateway/runbooks/NoSuchRunbook").status()).isEqualTo(404);
        assertThat(browser.get("/gateway/runbooks/..").status()).isNotEqualTo(200);
    }
}
