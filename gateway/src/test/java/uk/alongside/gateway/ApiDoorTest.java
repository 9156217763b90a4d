package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ApiDoorTest {

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        gateway.conversationsService().forget();
        gateway.tenantService().forget();
    }

    @AfterEach
    void mend() {
        gateway.keycloak().mend();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/council", "/api/councils", "/api/nothing/there"})
    void answersWithoutASessionByA401AndNeverByARedirect(String path) {
        var script = browser.get(path);
        var page = browser.openWithoutFollowing(path);

        assertThat(script.status()).isEqualTo(401);
        assertThat(script.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(script.problem()).isEqualTo("signed-out");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Location")).isNull();
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void anInventedSessionIdIsIgnored() {
        browser.cookies().put("__Host-alongside", "00000000-0000-0000-0000-000000000000");

        assertThat(browser.get("/api/council").problem()).isEqualTo("signed-out");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alongside",
                "__Secure-alongside",
                "__host-alongside",
                "__Host-alongside-meadowshire",
                "__Host-meadowshire",
                " __Host-alongside2",
                "tokens"
            })
    void aSessionUnderAnotherCookieNameIsIgnored(String name) {
        browser.signIn(Realm.PRIYA);
        var session = browser.cookies().get("__Host-alongside");
        browser.cookies().clear();
        browser.cookies().put(name, session);

        assertThat(browser.get("/api/council").problem()).isEqualTo("signed-out");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void eachPathReachesTheServiceThatOwnsIt() {
        browser.signIn(Realm.PRIYA);

        assertThat(browser.get("/api/councils").body()).contains("tenant-service");
        assertThat(browser.get("/api/councils/1/members").body()).contains("tenant-service");
        assertThat(browser.get("/api/members").body()).contains("tenant-service");
        assertThat(browser.get("/api/settings/brand").body()).contains("tenant-service");
        assertThat(browser.get("/api/council").body()).contains("conversations-service");
        assertThat(browser.get("/api/hubs?search=a%20b&page=0").body()).contains("conversations-service");
        assertThat(gateway.conversationsService().last().address()).hasToString("/api/hubs?search=a%20b&page=0");
    }

    @Test
    void publicPagesAreOpenAndCarryNoToken() {
        var stranger = browser.get("/open/larkshire?place=HX1", "Authorization", "Bearer made-up");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(gateway.conversationsService().last().address()).hasToString("/open/larkshire?place=HX1");
        assertThat(gateway.conversationsService().last().headers()).doesNotContainKeys("Authorization", "Cookie");

        browser.signIn(Realm.PRIYA);
        browser.get("/open/larkshire");
        assertThat(gateway.conversationsService().last().headers()).doesNotContainKeys("Authorization", "Cookie");
        browser.get("/open/invitations/preview");
        assertThat(gateway.tenantService().last().address()).hasToString("/open/invitations/preview");
    }

    @Test
    void aPublicAddressThatBeginsWithACapitalLeadsToThePage() {
        var answer = browser.get("/Open/larkshire?near=HX1");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.location()).isEqualTo("/open/larkshire?near=HX1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open", "/OPEN"})
    void aPublicAddressWithoutACouncilLeadsToThePageThatSaysSo(String path) {
        var answer = browser.openWithoutFollowing(path);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.location()).isEqualTo("/open/");
        assertThat(browser.openWithoutFollowing("/open/").status()).isEqualTo(200);
        assertThat(gateway.conversationsService().last().headers()).doesNotContainKeys("Authorization", "Cookie");
    }

    @Test
    void aBodyIsPassedOnUnchanged() {
        browser.signIn(Realm.PRIYA);

        browser.post(
                "/api/people",
                "{ not json: \u00e9 }",
                "X-CSRF-Token",
                browser.pageToken(),
                "Idempotency-Key",
                "key-1",
                "If-Match",
                "\"3\"");

        var received = gateway.conversationsService().last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.body()).isEqualTo("{ not json: \u00c3\u00a9 }");
        assertThat(received.headers().get("Content-Type")).containsExactly("application/json");
        assertThat(received.headers().get("Idempotency-Key")).containsExactly("key-1");
        assertThat(received.headers().get("If-Match")).containsExactly("\"3\"");
    }

    @Test
    void aForgedIdentityHeaderIsDropped() {
        browser.signIn(Realm.PRIYA);

        browser.get(
                "/api/council?tenant=" + Realm.MEADOWSHIRE.id(),
                "X-Forwarded-For",
                "192.0.2.1",
                "X-Forwarded-Host",
                "elsewhere.example",
                "X-Forwarded-Prefix",
                "/internal",
                "Forwarded",
                "for=192.0.2.1",
                "X-Tenant-Id",
                Realm.MEADOWSHIRE.id(),
                "Alongside-Council",
                Realm.MEADOWSHIRE.id(),
                "X-CSRF-Token",
                "anything",
                "Authorization",
                "Basic bWU6bWU=");

        var received = gateway.conversationsService().last();
        assertThat(received.headers().keySet())
                .map(String::toLowerCase)
                .isSubsetOf("accept", "authorization", "host", "user-agent");
        assertThat(received.headers().get("User-Agent"))
                .singleElement()
                .asString()
                .startsWith("ReactorNetty");
        assertThat(received.headers().get("Authorization")).hasSize(1);
        assertThat(Realm.claims(received.token()).path("organization").propertyNames())
                .containsExactly(Realm.LARKSHIRE.alias());
    }

    @Test
    void aServicesInternalHeaderIsDropped() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.get("/api/council");

        assertThat(answer.header("Alongside-Council")).isEqualTo("a-council");
        assertThat(answer.header("Location")).isEqualTo("/api/hubs/1?page=2");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Internal")).isNull();
        assertThat(answer.headers().get("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
    }

    @Test
    void aChangeNeedsThePagesToken() {
        browser.signIn(Realm.PRIYA);

        var without = browser.post("/api/people", "{}");
        var with = browser.post("/api/people", "{}", "X-CSRF-Token", browser.pageToken());

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.problem()).isEqualTo("csrf");
        assertThat(with.status()).isEqualTo(200);
        assertThat(gateway.conversationsService().received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"})
    void everyChangingMethodNeedsThePagesToken(String method) {
        browser.signIn(Realm.PRIYA);

        var answer = browser.send(browser.api("/api/people/1").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400).isLessThan(500);
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void aTabOfAnotherCouncilCanReadButNotChange() {
        browser.signIn(Realm.SAM);
        browser.choose(Realm.LARKSHIRE.alias());
        var larkshireTab = browser.pageToken();
        browser.choose(Realm.MEADOWSHIRE.alias());
        var meadowshireTab = browser.pageToken();

        var stale = browser.post("/api/people", "{}", "X-CSRF-Token", larkshireTab);
        var current = browser.post("/api/people", "{}", "X-CSRF-Token", meadowshireTab);

        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.problem()).isEqualTo("stale-page");
        assertThat(current.status()).isEqualTo(200);
        assertThat(gateway.conversationsService().received())
                .singleElement()
                .satisfies(it -> assertThat(
                                Realm.claims(it.token()).path("organization").propertyNames())
                        .containsExactly(Realm.MEADOWSHIRE.alias()));
    }

    @Test
    void aLateRefreshDoesNotBringBackThePreviousCouncil() throws InterruptedException {
        browser.signIn(Realm.SAM);
        browser.choose(Realm.LARKSHIRE.alias());
        var larkshireTab = browser.copy();
        gateway.letTokensEnd();
        gateway.keycloak().hold();
        var slow = Thread.ofVirtual().start(() -> larkshireTab.get("/api/council"));
        RunningGateway.eventually(gateway.keycloak()::holds);
        gateway.keycloak().letPass();
        gateway.resetClock();
        browser.choose(Realm.MEADOWSHIRE.alias());
        gateway.keycloak().release();
        slow.join();

        browser.get("/api/council");

        assertThat(Realm.claims(gateway.conversationsService().last().token())
                        .path("organization")
                        .propertyNames())
                .containsExactly(Realm.MEADOWSHIRE.alias());
    }

    @Test
    void anExpiredTokenIsRefreshed() {
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        var first = gateway.conversationsService().last().token();
        gateway.letTokensEnd();

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> browser.copy().get("/api/council"))
                .toList();

        assertThat(answers).allMatch(it -> it.status() == 200);
        assertThat(gateway.conversationsService().last().token()).isNotEqualTo(first);
    }

    /** Keycloak accepts a refresh token twice, because two gateways may use the same one at the same moment. */
    @Test
    void twoGatewaysThatRefreshAtTheSameMomentKeepThePersonSignedIn() throws InterruptedException {
        var other = RunningGateway.with();
        browser.signIn(Realm.PRIYA);
        var there = new Browser(other);
        there.cookies().putAll(browser.cookies());
        gateway.letTokensEnd();
        other.letTokensEnd();
        other.keycloak().hold();
        var answers = new LinkedBlockingQueue<Browser.Answer>();
        var late = Thread.ofVirtual().start(() -> answers.add(there.get("/api/council")));
        RunningGateway.eventually(other.keycloak()::holds);

        var first = browser.get("/api/council");
        other.keycloak().mend();
        late.join();
        gateway.resetClock();
        var last = browser.get("/api/council");

        assertThat(first.status()).isEqualTo(200);
        assertThat(answers.remove().status()).isEqualTo(200);
        assertThat(last.status()).isEqualTo(200);
        gateway.letTokensEnd();
        assertThat(browser.get("/api/council").status()).as("a later refresh").isEqualTo(200);
    }

    @Test
    void aPersonRemovedFromTheirCouncilIsSignedOut() {
        var leaving = Realm.account("Una", "una", Realm.LARKSHIRE);
        browser.signIn(leaving);
        var before = browser.get("/api/council").status();
        Realm.leave(leaving.id(), Realm.LARKSHIRE);
        gateway.letTokensEnd();

        var after = browser.get("/api/council");

        assertThat(before).isEqualTo(200);
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.problem()).isEqualTo("signed-out");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
        assertThat(browser.cookies()).doesNotContainKey("__Host-alongside");
    }

    @Test
    void aPersonSignedOutAtKeycloakIsSignedOutHere() {
        browser.signIn(Realm.PRIYA);
        Realm.endSignIn(Realm.PRIYA);
        gateway.letTokensEnd();

        assertThat(browser.get("/api/council").problem()).isEqualTo("signed-out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/councils/1/settings",
                "/internal",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/api/../internal/councils/1/settings",
                "/api/%2e%2e/internal/councils/1/settings",
                "/api/..%2finternal/councils/1/settings",
                "/api/..;/internal/councils/1/settings",
                "/api//../internal/councils/1/settings",
                "/api/%252e%252e/internal/councils/1/settings",
                "/api/..%5cinternal/councils/1/settings",
                "/api;a=b/councils",
                "/%61pi/councils",
                "/ap%69/people/1/check-in",
                "/%6Fpen/larkshire",
                "//internal/councils/1/settings"
            })
    void internalAddressesAreNotReachable(String path) {
        browser.signIn(Realm.PRIYA);

        var read = browser.get(path);
        var changed =
                browser.send(browser.api(path, "X-CSRF-Token", browser.pageToken(), "Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(read.status()).isIn(400, 404);
        assertThat(changed.status()).isIn(400, 404, 405);
        assertThat(gateway.conversationsService().received()).isEmpty();
        assertThat(gateway.tenantService().received()).isEmpty();
    }

    @Test
    void theManagementPortShowsOnlyHealth() {
        assertThat(management("/actuator/health").status()).isEqualTo(200);
        assertThat(management("/actuator/health/readiness").status()).isEqualTo(200);
        for (var path : new String[] {"gateway", "gateway/routes", "env", "beans", "refresh", "heapdump", "mappings"}) {
            assertThat(management("/actuator/" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void measurementsAreOnTheManagementPortWhereASettingAsksForThem() {
        var measured = RunningGateway.with("management.endpoints.web.exposure.include=health,prometheus");
        browser.send(HttpRequest.newBuilder(measured.url("/api/hubs")));

        assertThat(browser.send(HttpRequest.newBuilder(measured.management("/actuator/prometheus")))
                        .body())
                .contains(
                        "alongside_redis_memory_used ",
                        "alongside_refusals_total{problem=\"signed-out\"} 1.0",
                        "alongside_refusals_total{problem=\"csrf\"} 0.0",
                        "alongside_sign_ins_total{result=\"succeeded\"} 0.0",
                        "alongside_sign_ins_total{result=\"failed\"} 0.0",
                        "http_server_requests_seconds_count{",
                        "jvm_memory_used_bytes{");
        assertThat(browser.send(HttpRequest.newBuilder(measured.url("/actuator/prometheus")))
                        .status())
                .isEqualTo(404);
        assertThat(management("/actuator/prometheus").status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        browser.signIn(Realm.PRIYA);
        var token = browser.pageToken();

        assertThat(sendCsv("x".repeat(11 * 1024 * 1024), token).status()).isEqualTo(200);
        assertTooLarge(sendCsv("x".repeat(12 * 1024 * 1024 + 1), token));
        assertThat(browser.post("/api/people", "x".repeat(64 * 1024), "X-CSRF-Token", token)
                        .status())
                .isEqualTo(200);
        assertTooLarge(browser.post("/api/people", "x".repeat(64 * 1024 + 1), "X-CSRF-Token", token));
        assertThat(gateway.conversationsService().received()).hasSize(2);
    }

    private Browser.Answer sendCsv(String file, String pageToken) {
        return browser.send(
                browser.api("/api/hubs/imports/preview", "X-CSRF-Token", pageToken, "Content-Type", "text/csv")
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    private static void assertTooLarge(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aBodyWithoutALengthIsRefused() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.send(browser.api("/api/hubs/imports/preview", "X-CSRF-Token", browser.pageToken())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1000]))));

        assertThat(answer.status()).isEqualTo(411);
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    private Browser.Answer management(String path) {
        return browser.send(HttpRequest.newBuilder(gateway.management(path)).header("Accept", "application/json"));
    }
}
