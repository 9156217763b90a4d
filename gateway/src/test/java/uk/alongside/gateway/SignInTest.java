package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SignInTest {

    private static final Pattern SIGNED_TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]+");

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        gateway.conversationsService().forget();
    }

    @Test
    void signInAsksForTheNameAndThenForThePassword() {
        var name = browser.open("/oauth2/authorization/sign-in");

        assertThat(name.address().getPath()).isEqualTo("/realms/alongside/protocol/openid-connect/auth");
        assertThat(name.address().getQuery())
                .contains("code_challenge_method=S256", "organization:*", "client_id=gateway");
        assertThat(name.body()).contains("name=\"username\"").doesNotContain("name=\"password\"");
    }

    @Test
    void aMemberOfOneCouncilIsNotAskedToChoose() {
        var page = browser.signIn(Realm.PRIYA, "/hubs?day=today");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address()).hasPath("/hubs").hasQuery("day=today");
        var session = browser.session().json();
        assertThat(session.path("name").asString()).isEqualTo("Priya Hollis");
        assertThat(session.path("acting").path("kind").asString()).isEqualTo("council");
        assertThat(session.path("acting").path("id").asString()).isEqualTo(Realm.LARKSHIRE.id());
        assertThat(session.path("acting").path("alias").asString()).isEqualTo(Realm.LARKSHIRE.alias());
        assertThat(session.path("acting").path("name").asString()).isEqualTo("Larkshire Council");
        assertThat(session.path("operator").asBoolean()).isFalse();
        assertThat(session.path("choices").size()).isEqualTo(1);
        assertThat(session.path("csrf").path("header").asString()).isEqualTo("X-CSRF-Token");
        assertThat(session.path("csrf").path("token").asString()).hasSizeGreaterThan(40);
    }

    @Test
    void aMemberOfTwoCouncilsIsAskedToChoose() {
        browser.signIn(Realm.SAM);

        var session = browser.session().json();

        assertThat(session.path("acting").isNull()).isTrue();
        assertThat(session.path("choices")
                        .valueStream()
                        .map(it -> it.path("name").asString()))
                .containsExactly("Larkshire Council", "Meadowshire Council");
        assertThat(browser.get("/api/council").status()).isEqualTo(403);
        assertThat(browser.get("/api/council").problem()).isEqualTo("choose-council");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void onlyTheChosenCouncilsTokenIsRelayed() {
        browser.signIn(Realm.SAM);
        browser.choose(Realm.MEADOWSHIRE.alias());

        browser.get("/api/council");

        var token = Realm.claims(gateway.conversationsService().last().token());
        assertThat(token.path("organization").propertyNames()).containsExactly(Realm.MEADOWSHIRE.alias());
        assertThat(token.path("organization")
                        .path(Realm.MEADOWSHIRE.alias())
                        .path("id")
                        .asString())
                .isEqualTo(Realm.MEADOWSHIRE.id());
        assertThat(token.path("sub").asString()).isEqualTo(Realm.SAM.id());
        assertThat(token.path("azp").asString()).isEqualTo("gateway");
        assertThat(token.path("aud").valueStream().map(it -> it.asString()))
                .containsExactlyInAnyOrder("tenant-service", "conversations-service");
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(60);
        assertThat(token.has("name") || token.has("email") || token.has("preferred_username"))
                .as("a name in an access token")
                .isFalse();
    }

    @Test
    void theCouncilRequestedBeforeSignInIsChosenAfterwards() {
        browser.fillIn(
                browser.open("/oauth2/authorization/council?council=" + Realm.MEADOWSHIRE.alias() + "&return=/hubs"),
                Realm.SAM);

        assertThat(browser.session().json().path("acting").path("alias").asString())
                .isEqualTo(Realm.MEADOWSHIRE.alias());
    }

    @Test
    void aCouncilOfOthersCannotBeChosen() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.choose(Realm.MEADOWSHIRE.alias());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>You cannot work for this council</h1>");
        assertThat(browser.session().json().path("acting").path("alias").asString())
                .isEqualTo(Realm.LARKSHIRE.alias());
    }

    @Test
    void aCouncilLeftAfterSignInIsNotOffered() {
        var leaving = Realm.account("Una", "una", Realm.LARKSHIRE, Realm.MEADOWSHIRE);
        browser.signIn(leaving);
        Realm.leave(leaving.id(), Realm.MEADOWSHIRE);

        var page = browser.choose(Realm.MEADOWSHIRE.alias());

        assertThat(page.address()).hasPath("/");
        var session = browser.session().json();
        assertThat(session.path("acting").isNull()).isTrue();
        assertThat(session.path("choices")
                        .valueStream()
                        .map(it -> it.path("alias").asString()))
                .containsExactly(Realm.LARKSHIRE.alias());
    }

    @Test
    void aPersonWithoutACouncilSeesAnExplanation() {
        browser.signIn(Realm.WITHOUT_COUNCIL);

        var session = browser.session().json();

        assertThat(session.path("acting").isNull()).isTrue();
        assertThat(session.path("choices").size()).isZero();
        assertThat(browser.get("/api/council").problem()).isEqualTo("choose-council");
    }

    @Test
    void anOperatorGetsATokenWithoutACouncil() {
        var page = browser.signIn(Realm.OPERATOR);
        assertThat(browser.session().problem()).as("a password is not enough").isEqualTo("signed-out");
        browser.setUpAuthenticator(page);

        browser.get("/api/councils");

        assertThat(browser.session().json().path("acting").path("kind").asString())
                .isEqualTo("operator");
        var token = Realm.claims(gateway.tenantService().last().token());
        assertThat(token.has("organization")).isFalse();
        assertThat(token.path("realm_access").path("roles").valueStream().map(it -> it.asString()))
                .containsExactlyInAnyOrder("operator", "second-factor");
    }

    @Test
    void askingToBeAnOperatorDoesNotMakeOne() {
        browser.signIn(Realm.SAM);

        assertThat(browser.open("/oauth2/authorization/operator").status()).isEqualTo(403);
        assertThat(browser.session().json().path("acting").isNull()).isTrue();
    }

    @Test
    void theBrowserNeverSeesAToken() {
        browser.signIn(Realm.SAM);
        browser.choose(Realm.LARKSHIRE.alias());
        browser.get("/api/council");
        browser.post("/api/people/search", "{}", "X-CSRF-Token", browser.pageToken());
        gateway.letTokensEnd();
        browser.get("/api/council");
        browser.open("/hubs");
        browser.signOut(true);

        assertThat(browser.seen()).hasSizeGreaterThan(12);
        assertThat(browser.seen()).allSatisfy(answer -> {
            var keycloaks = answer.address().getPort() != gateway.url("/").getPort();
            var shown = answer.body()
                    + answer.address()
                    + answer.headers().entrySet().stream()
                            // Keycloak's own cookies are signed values that only Keycloak
                            // reads.
                            .filter(it -> !keycloaks || !it.getKey().equalsIgnoreCase("set-cookie"))
                            .toList();
            assertThat(SIGNED_TOKEN.matcher(shown).find()).as(shown).isFalse();
        });
    }

    @Test
    void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
        browser.signIn(Realm.PRIYA);

        var cookies = browser.seen().stream()
                .filter(it -> it.address().getPort() == gateway.url("/").getPort())
                .flatMap(it -> it.headers().getOrDefault("set-cookie", List.of()).stream())
                .toList();

        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-alongside")
                        .containsIgnoringCase("; HttpOnly")
                        .contains("; Path=/", "; Secure", "; SameSite=Lax")
                        .doesNotContain("Domain", "Max-Age=3"));
    }

    @Test
    void signInUsesNoSessionIdThatTheBrowserBrought() {
        browser.cookies().put("__Host-alongside", "00000000-0000-0000-0000-000000000000");

        browser.signIn(Realm.PRIYA);

        assertThat(browser.session().status()).isEqualTo(200);
        assertThat(browser.cookies().get("__Host-alongside")).isNotEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void aSignInInProgressLeavesNothingOnTheServer() {
        var before = sessionsInRedis();

        for (int i = 0; i < 10; i++) {
            var visitor = new Browser(gateway);
            visitor.cookies().put("__Host-alongside", "00000000-0000-0000-0000-00000000000" + i);
            assertThat(visitor.openWithoutFollowing("/oauth2/authorization/sign-in?return=/hubs")
                            .status())
                    .isEqualTo(302);
            assertThat(visitor.openWithoutFollowing("/login/oauth2/code/sign-in?code=a&state=b")
                            .status())
                    .isEqualTo(400);
        }

        // An earlier session may end at any time.
        assertThat(before).containsAll(sessionsInRedis());
    }

    @Test
    void aSignInThatTakesLongerThanTenMinutesIsNotFinished() {
        var form = browser.open("/oauth2/authorization/sign-in?return=/hubs");
        assertThat(signInCookies()).hasSize(1);
        gateway.letPass(java.time.Duration.ofMinutes(11));

        var page = browser.fillIn(form, Realm.PRIYA);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>Your sign-in was not finished</h1>");
        assertThat(browser.session().status()).isEqualTo(401);
    }

    @Test
    void aSignInCookieIsRemovedWhenItIsUsed() {
        browser.signIn(Realm.PRIYA);

        assertThat(signInCookies()).isEmpty();
    }

    @Test
    void anAlteredOrExchangedSignInCookieIsRefused() {
        var other = new Browser(gateway);
        other.open("/oauth2/authorization/sign-in");
        var others = other.cookies().entrySet().iterator().next();
        var form = browser.open("/oauth2/authorization/sign-in");
        var name = signInCookies().getFirst();
        var sealed = java.util.Objects.requireNonNull(browser.cookies().get(name));
        var last = sealed.charAt(30) == 'A' ? "B" : "A";

        for (var value : List.of(
                others.getValue(), sealed.substring(0, 30) + last + sealed.substring(31), "", "AAAA", "not base64!")) {
            browser.cookies().put(name, value);
            var page = browser.openWithoutFollowing(
                    "/login/oauth2/code/sign-in?code=a&state=" + Browser.encoded(state(form)));
            assertThat(page.status()).as(value).isEqualTo(400);
            assertThat(page.body()).contains("<h1>Your sign-in was not finished</h1>");
        }
        assertThat(sealed).doesNotContain(state(form));
    }

    @Test
    void aBrowserKeepsAFewSignInsInProgressAndNoMore() {
        for (int i = 0; i < 12; i++) {
            browser.openWithoutFollowing("/oauth2/authorization/sign-in?return=/" + "x".repeat(480));
        }

        assertThat(signInCookies()).hasSizeLessThanOrEqualTo(5);
        assertThat(browser.cookies().values())
                .allSatisfy(value -> assertThat(value).hasSizeLessThan(1800));
    }

    private List<String> signInCookies() {
        return browser.cookies().keySet().stream()
                .filter(name -> name.startsWith("__Host-alongside-sign-in-"))
                .toList();
    }

    private List<String> sessionsInRedis() {
        return java.util.Objects.requireNonNull(
                gateway.inRedis().keys("alongside:session:*").collectList().block());
    }

    private static String state(Browser.Answer form) {
        return java.net.URLDecoder.decode(
                form.address().getRawQuery().replaceAll(".*(?:^|&)state=([^&]*).*", "$1"),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "javascript:alert(1)",
                "/sign-out",
                "/oauth2/authorization/council?council=x",
                "/\r\nSet-Cookie: a=b"
            })
    void signInReturnsOnlyToPagesOfThisSite(String elsewhere) {
        var page = browser.signIn(Realm.PRIYA, elsewhere);

        assertThat(page.address()).hasHost("localhost").hasPath("/");
    }

    @Test
    void severalTabsCanSignInAtOnce() {
        var first = browser.open("/oauth2/authorization/sign-in?return=/first");
        browser.open("/oauth2/authorization/sign-in?return=/second");

        var page = browser.fillIn(first, Realm.PRIYA);

        assertThat(page.address()).hasPath("/first");
        assertThat(browser.open("/oauth2/authorization/sign-in?return=/second").address())
                .hasPath("/second");
    }

    @Test
    void anOpenPageStaysValidWhenAnotherTabSignsInAgain() {
        browser.signIn(Realm.PRIYA);
        var token = browser.pageToken();

        browser.open("/oauth2/authorization/sign-in?return=/hubs");

        assertThat(browser.pageToken()).isEqualTo(token);
    }

    @Test
    void anUnrequestedAnswerIsRefused() {
        var answer = browser.openWithoutFollowing("/login/oauth2/code/sign-in?code=stolen&state=guessed");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>Your sign-in was not finished</h1>", "Sign in</a>");
        assertThat(browser.session().status()).isEqualTo(401);
    }

    @Test
    void aPersonWhoComesBackTwiceIsNoFaultOfTheSignIn() {
        double before = gateway.counted("alongside.sign.ins", "result", "failed");

        browser.openWithoutFollowing("/login/oauth2/code/sign-in?code=used&state=used");

        assertThat(gateway.counted("alongside.sign.ins", "result", "failed")).isEqualTo(before);
    }

    @Test
    void anAnswerRequestedByAnotherBrowserIsRefused() {
        var attacker = new Browser(gateway);
        var form = attacker.open("/oauth2/authorization/sign-in");
        // The attacker signs in and sends the last address to the victim instead of opening it.
        var victim = new Browser(gateway);
        victim.open("/oauth2/authorization/sign-in");
        var name = attacker.submit(form, java.util.Map.of("username", Realm.PRIYA.username()));
        var action = name.body()
                .replaceAll("(?s).*<form[^>]*action=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        var last = attacker.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username="
                        + Browser.encoded(Realm.PRIYA.username()) + "&password="
                        + Browser.encoded(Realm.PRIYA.password()))));
        assertThat(last.location()).contains("/login/oauth2/code/sign-in?");

        var answer = victim.openWithoutFollowing(java.net.URI.create(last.location()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(victim.session().status()).isEqualTo(401);
    }

    @Test
    void theSessionEndsWhenAColleagueSignsInToKeycloak() {
        browser.signIn(Realm.SAM);
        var colleague = new Browser(gateway);
        colleague.signIn(Realm.PRIYA);
        browser.takeCookiesOfKeycloakFrom(colleague);

        var answer = browser.choose(Realm.LARKSHIRE.alias());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>Your sign-in was not finished</h1>");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    @Test
    void signInStartsAgainIfKeycloaksSessionEndedBeforeTheChoice() {
        browser.signIn(Realm.SAM);
        Realm.endSignIn(Realm.SAM);

        var page = browser.choose(Realm.LARKSHIRE.alias());

        assertThat(page.body()).contains("name=\"username\"");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
    }

    @Test
    void signOutEndsBothSessions() {
        browser.signIn(Realm.PRIYA);
        var cookie = browser.cookies().get("__Host-alongside");

        var answer = browser.signOut(true);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cookies\"");
        assertThat(answer.location()).contains("/protocol/openid-connect/logout?client_id=gateway");
        var page = browser.open(java.net.URI.create(answer.location()));
        assertThat(page.address()).hasPath("/signed-out");
        assertThat(page.body()).contains("<h1>You are signed out</h1>");
        browser.cookies().put("__Host-alongside", cookie);
        assertThat(browser.session().problem()).isEqualTo("signed-out");
        assertThat(browser.open("/oauth2/authorization/sign-in").body()).contains("name=\"username\"");
    }

    @Test
    void aScriptGetsTheSignOutAddress() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.signOut(false);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("location").asString()).contains("/protocol/openid-connect/logout");
    }

    @Test
    void anotherSiteCannotSignAPersonOut() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.post("/sign-out", "", "Origin", "https://elsewhere.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("csrf");
        assertThat(browser.post("/sign-out", "").problem()).isEqualTo("csrf");
        assertThat(browser.session().status()).isEqualTo(200);
    }

    @Test
    void aSlowRequestThatEndsAfterSignOutIsAnsweredAsSignedOut() throws Exception {
        browser.signIn(Realm.PRIYA);
        var other = browser.copy();
        gateway.conversationsService().hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> other.get("/api/council"));
            RunningGateway.eventually(
                    () -> !gateway.conversationsService().received().isEmpty());
            browser.signOut(true);
            gateway.conversationsService().release();

            assertThat(slow.get().status()).isEqualTo(401);
            assertThat(slow.get().problem()).isEqualTo("signed-out");
        } finally {
            gateway.conversationsService().release();
        }
    }
}
