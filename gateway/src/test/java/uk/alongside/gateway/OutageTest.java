package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class OutageTest {

    private static final Realm.Machine IMPORT =
            Realm.machine("import", 60, List.of("basic", "service_account", "to-services"), Realm.LARKSHIRE);

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        browser.signIn(Realm.PRIYA);
        gateway.conversationsService().forget();
    }

    @AfterEach
    void mend() {
        gateway.keycloak().mend();
        gateway.mendRedis();
    }

    @Test
    void withoutRedisAPageExplainsTheOutage() {
        gateway.redis().cut();

        var call = browser.get("/api/council");
        var session = browser.session();
        var page = browser.openWithoutFollowing("/hubs");

        assertUnavailable(call);
        assertUnavailable(session);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotNull();
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>Alongside is not available right now</h1>");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void withoutRedisNoOneIsSentToSignIn() {
        gateway.redis().cut();
        var stranger = new Browser(gateway);

        var pages = Stream.concat(
                Stream.of(stranger, browser)
                        .flatMap(visitor -> Stream.of(
                                visitor.openWithoutFollowing("/oauth2/authorization/sign-in"),
                                visitor.openWithoutFollowing("/oauth2/authorization/council?council=larkshire"))),
                Stream.of(browser.openWithoutFollowing("/login/oauth2/code/sign-in?code=a&state=b")));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>Alongside is not available right now</h1>");
            assertThat(page.header("Set-Cookie")).isNull();
        });
    }

    @Test
    void withoutRedisMachineClientsAndPublicPagesStillWork() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var stranger = new Browser(gateway);
        gateway.redis().cut();

        assertThat(stranger.get("/api/council", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
        assertThat(stranger.openWithoutFollowing("/").status()).isEqualTo(200);
        assertThat(stranger.openWithoutFollowing("/open/larkshire/find").status())
                .isEqualTo(200);
        assertThat(browser.openWithoutFollowing("/open/larkshire/find").status())
                .as("also for a signed-in person")
                .isEqualTo(200);
        assertThat(browser.get("/assets/index-AbC123.js").status()).isEqualTo(200);
        assertThat(stranger.get("/api/council").problem()).isEqualTo("signed-out");
    }

    @Test
    void sessionsContinueOnceRedisIsBack() {
        var token = browser.pageToken();
        gateway.redis().cut();
        assertUnavailable(browser.get("/api/council"));
        gateway.redis().mend();

        RunningGateway.eventually(() -> browser.get("/api/council").status() == 200);

        assertThat(browser.pageToken()).isEqualTo(token);
    }

    @Test
    void withoutKeycloakWorkContinuesUntilTheTokenExpiresAndTheSessionIsKept() {
        gateway.keycloak().cut();

        var untilThen = browser.get("/api/council");
        gateway.letTokensEnd();
        var then = browser.get("/api/council");
        var session = browser.session();
        gateway.keycloak().mend();
        var afterwards = browser.get("/api/council");

        assertThat(untilThen.status()).isEqualTo(200);
        assertUnavailable(then);
        assertThat(session.status()).isEqualTo(200);
        assertThat(afterwards.status()).isEqualTo(200);
    }

    @Test
    void aSignInThatKeycloakCannotFinishIsExplained() {
        var stranger = new Browser(gateway);
        var form = stranger.open("/oauth2/authorization/sign-in");
        var password = stranger.submit(form, Map.of("username", Realm.PRIYA.username()));
        gateway.keycloak().cut();

        var page = stranger.fillIn(password, Realm.PRIYA);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>Alongside is not available right now</h1>");
        gateway.keycloak().mend();
        assertThat(stranger.signIn(Realm.PRIYA).status()).isEqualTo(200);
    }

    @Test
    void withoutKeycloakSignOutEndsTheSessionAndSaysWhatToDo() {
        gateway.keycloak().cut();

        var answer = browser.signOut(true);

        assertThat(answer.status()).isEqualTo(303);
        var page = browser.open(answer.location());
        assertThat(page.address()).hasPath("/signed-out");
        assertThat(page.body()).contains("close every window of this browser");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
    }

    @Test
    void withoutKeycloakKnownKeysStillVerifyMachineClients() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        browser.get("/api/council", "Authorization", "Bearer " + token);
        gateway.keycloak().cut();

        assertThat(browser.get("/api/council", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnavailableServiceIsAnsweredWith503() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var operator = Realm.machine("alongside-operator").token("");
        var lonely = RunningGateway.with(
                "alongside.services.conversations=http://127.0.0.1:1",
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");
        lonely.tenantService().hold();
        var client = new Browser(lonely);

        var down = client.get("/api/council", "Authorization", "Bearer " + token);
        var slow = client.get("/api/councils", "Authorization", "Bearer " + operator);

        lonely.tenantService().release();
        assertUnavailable(down);
        assertUnavailable(slow);
    }

    @Test
    void withoutAnyKeysAMachineClientIsAnsweredWith503() {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var early = RunningGateway.with("alongside.keycloak.internal=http://127.0.0.1:1/realms/alongside");
        var client = new Browser(early);

        assertUnavailable(client.get("/api/council", "Authorization", "Bearer " + token));
        assertThat(client.openWithoutFollowing("/").status()).isEqualTo(200);
    }

    @Test
    void anUnreadableSessionIsSignedOut() {
        var key = "alongside:session:sessions:" + browser.cookies().get("__Host-alongside");
        gateway.inRedis()
                .opsForHash()
                .put(key, "sessionAttr:staff", "of another version")
                .block();

        assertThat(browser.get("/api/council").problem()).isEqualTo("signed-out");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
        assertThat(browser.signIn(Realm.PRIYA).status()).isEqualTo(200);
    }

    private static void assertUnavailable(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.header("Set-Cookie")).isNull();
    }
}
