package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests the list of a person's own sign-ins, with real sessions in Redis and at Keycloak. */
@Tag("slow")
class SignInsTest {

    private static final String LIST = "/session/sign-ins";
    private static final String END_OTHERS = "/session/sign-ins/end-others";
    private static final String EDGE_ON_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36 Edg/155.0.0.0";
    private static final String SAFARI_ON_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Account person = Realm.account("Una", "una", Realm.LARKSHIRE);
    private final Browser office = new Browser(gateway).named(EDGE_ON_WINDOWS);
    private final Browser phone = new Browser(gateway).named(SAFARI_ON_IPHONE);

    @BeforeEach
    void signIn() {
        gateway.resetClock();
        phone.signIn(person);
        office.signIn(person);
    }

    @Test
    void leadToThePageForANewPasswordAndBackToTheSameCouncil() {
        office.choose(Realm.LARKSHIRE.alias());
        var council = office.session().json().path("acting").path("alias").asString();

        var page = office.open("/oauth2/authorization/sign-in?change=password&return=/sign-ins");
        assertThat(page.body()).contains("password-new");
        var after = office.submit(
                page, Map.of("password-new", "Three blue kettles", "password-confirm", "Three blue kettles"));

        assertThat(after.address().getPath() + "?" + after.address().getQuery())
                .isEqualTo("/sign-ins?changed=password");
        assertThat(office.session().json().path("acting").path("alias").asString())
                .isEqualTo(council);
        assertThat(new Browser(gateway).signIn(person).body()).contains("kc-form-login");
    }

    @Test
    void goOnAfterAChangeThatThePersonGaveUp() {
        var page = office.open("/oauth2/authorization/sign-in?change=password&return=/sign-ins");

        var after = office.submit(page, Map.of("cancel-aia", "true"));

        assertThat(after.address().getPath()).isEqualTo("/sign-ins");
        assertThat(after.address().getQuery()).isNull();
        assertThat(office.session().status()).isEqualTo(200);
    }

    @Test
    void leadToThePageThatAddsAPasskey() {
        var page = office.open("/oauth2/authorization/sign-in?change=passkey&return=/sign-ins");

        assertThat(page.body()).contains("data-passkey=\"add\"", "data-rp-name=\"Alongside\"");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'none';");
    }

    @Test
    void removeNoPasskeyOfAnotherPerson() {
        var of = Realm.account("Bo", "bo", Realm.LARKSHIRE);
        var password = Realm.admin("GET", "/users/" + of.id() + "/credentials", null)
                .path(0)
                .path("id")
                .asString();

        var after =
                office.open("/oauth2/authorization/sign-in?change=remove-passkey&return=/sign-ins&passkey=" + password);

        assertThat(after.address().getPath()).isEqualTo("/sign-ins");
        assertThat(after.address().getQuery()).isNull();
        assertThat(Realm.admin("GET", "/users/" + of.id() + "/credentials", null))
                .hasSize(1);
    }

    @Test
    void leadToNoOtherActionOfKeycloak() {
        for (var change : List.of(
                "delete_credential",
                "UPDATE_PASSWORD",
                "",
                "remove-passkey",
                "remove-passkey&passkey=",
                "remove-passkey&passkey=one:two")) {
            assertThat(office.openWithoutFollowing("/oauth2/authorization/sign-in?change=" + change)
                            .status())
                    .as(change)
                    .isEqualTo(404);
        }
    }

    @Test
    void areShownWithBrowserSystemAndTimes() {
        var list = office.get(LIST);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        var items = items(office);
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().path("current").asBoolean()).isTrue();
        assertThat(items.getFirst().path("browser").asString()).isEqualTo("edge");
        assertThat(items.getFirst().path("system").asString()).isEqualTo("windows");
        assertThat(items.getLast().path("current").asBoolean()).isFalse();
        assertThat(items.getLast().path("browser").asString()).isEqualTo("safari");
        assertThat(items.getLast().path("system").asString()).isEqualTo("iphone");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.propertyNames())
                    .containsExactlyInAnyOrder("id", "browser", "system", "signedInAt", "lastUsedAt", "current");
            var signedIn = Instant.parse(item.path("signedInAt").asString());
            var used = Instant.parse(item.path("lastUsedAt").asString());
            assertThat(used).isAfterOrEqualTo(signedIn.minusSeconds(1));
            assertThat(Duration.between(signedIn, Instant.now())).isLessThan(Duration.ofMinutes(2));
        });
    }

    @Test
    void areShownWithoutTheIdsInTheCookiesAndWithoutACouncil() {
        var body = office.get(LIST).body();

        assertThat(body)
                .doesNotContain(
                        cookie(office), cookie(phone), "\"eyJ", Realm.LARKSHIRE.alias(), "Larkshire", person.id());
        var stranger = new Browser(gateway);
        stranger.cookies().put("__Host-alongside", other(office).path("id").asString());
        assertThat(stranger.session().problem()).isEqualTo("signed-out");
    }

    @Test
    void areShownWithoutCountingAsUseOfTheOthers() {
        var seen = gateway.lastSeen(cookie(phone));

        office.get(LIST);

        assertThat(gateway.lastSeen(cookie(phone))).isEqualTo(seen);
    }

    @Test
    void endOneByOne() {
        var tablet = new Browser(gateway);
        tablet.signIn(person);

        var ended = end(office, only(office, "safari"));

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().path("ended").asInt()).isEqualTo(1);
        assertThat(ended.json().path("unfinished").asBoolean()).isFalse();
        assertThat(phone.get("/api/council").problem()).isEqualTo("signed-out");
        assertThat(phone.session().problem()).isEqualTo("signed-out");
        assertThat(phone.open("/oauth2/authorization/sign-in").body())
                .as("Keycloak asks again")
                .contains("name=\"username\"");
        assertThat(tablet.get("/api/council").status()).isEqualTo(200);
        assertThat(office.get("/api/council").status()).isEqualTo(200);
        assertThat(items(office)).hasSize(2);
    }

    @Test
    void endEverywhereElseAtOnce() {
        var tablet = new Browser(gateway);
        tablet.signIn(person);

        var ended = office.post(END_OTHERS, "", "X-CSRF-Token", office.pageToken());

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().path("ended").asInt()).isEqualTo(2);
        assertThat(ended.json().path("unfinished").asBoolean()).isFalse();
        assertThat(List.of(phone, tablet)).allSatisfy(elsewhere -> {
            assertThat(elsewhere.session().problem()).isEqualTo("signed-out");
            assertThat(elsewhere.open("/oauth2/authorization/sign-in").body()).contains("name=\"username\"");
        });
        assertThat(items(office)).hasSize(1);
        gateway.letTokensEnd();
        assertThat(office.get("/api/council").status())
                .as("the sign-in that stays")
                .isEqualTo(200);
        gateway.resetClock();
    }

    /** A browser that lost its cookie gets another session of the same sign-in at Keycloak. */
    @Test
    void endingAnotherSessionOfThisBrowserKeepsThisOne() {
        var lost = office.copy();
        office.cookies().clear();
        assertThat(office.open("/oauth2/authorization/sign-in").body()).doesNotContain("name=\"username\"");

        var ended = office.post(END_OTHERS, "", "X-CSRF-Token", office.pageToken());

        assertThat(ended.json().path("ended").asInt()).isEqualTo(2);
        assertThat(lost.session().problem()).isEqualTo("signed-out");
        gateway.letTokensEnd();
        assertThat(office.get("/api/council").status()).isEqualTo(200);
        gateway.resetClock();
    }

    @Test
    void ofAnotherPersonAreNeitherShownNorEnded() {
        var colleague = new Browser(gateway);
        colleague.signIn(Realm.account("Nia", "nia", Realm.LARKSHIRE));

        assertThat(items(colleague)).hasSize(1);
        assertThat(end(colleague, other(office)).status()).isEqualTo(404);
        assertThat(colleague
                        .post(END_OTHERS, "", "X-CSRF-Token", colleague.pageToken())
                        .json()
                        .path("ended")
                        .asInt())
                .isZero();
        assertThat(phone.session().status()).isEqualTo(200);
    }

    @Test
    void thatAreOverOrOwnAreNotFound() {
        var other = other(office);
        end(office, other);

        assertThat(end(office, other).problem()).isEqualTo("not-found");
        assertThat(end(office, items(office).getFirst()).problem()).isEqualTo("not-found");
        assertThat(office.session().status()).isEqualTo(200);
    }

    @Test
    void endOnlyForAPageOfOurs() {
        var id = other(office).path("id").asString();

        assertThat(office.delete(LIST + "/" + id).problem()).isEqualTo("csrf");
        assertThat(office.delete(LIST + "/" + id, "X-CSRF-Token", "guessed").problem())
                .isEqualTo("stale-page");
        assertThat(office.post(END_OTHERS, "").problem()).isEqualTo("csrf");
        assertThat(new Browser(gateway)
                        .post(END_OTHERS, "", "X-CSRF-Token", office.pageToken())
                        .problem())
                .isEqualTo("signed-out");
        assertThat(new Browser(gateway).get(LIST).problem()).isEqualTo("signed-out");
        assertThat(phone.session().status()).isEqualTo(200);
    }

    @Test
    void thatKeycloakEndedAlreadyEndHereToo() {
        Realm.endSignIn(person);

        var ended = office.post(END_OTHERS, "", "X-CSRF-Token", office.pageToken());

        assertThat(ended.json().path("ended").asInt()).isEqualTo(1);
        assertThat(ended.json().path("unfinished").asBoolean()).isFalse();
        assertThat(phone.session().problem()).isEqualTo("signed-out");
    }

    @Test
    void endHereWhileKeycloakDoesNotAnswer() {
        var token = office.pageToken();
        gateway.keycloak().cut();
        try {
            var ended = office.post(END_OTHERS, "", "X-CSRF-Token", token);

            assertThat(ended.json().path("ended").asInt()).isEqualTo(1);
            assertThat(ended.json().path("unfinished").asBoolean()).isTrue();
            assertThat(phone.session().problem()).isEqualTo("signed-out");
        } finally {
            gateway.keycloak().mend();
        }
    }

    @Test
    void areIndexedUnderADigestThatExpires() {
        var key = "alongside:sign-ins:" + digest(person.id());

        assertThat(fields(key)).contains(cookie(office), cookie(phone));
        assertThat(gateway.inRedis().getExpire(key).block()).isBetween(Duration.ofMinutes(43), Duration.ofMinutes(46));

        phone.signOut(false);
        assertThat(items(office)).hasSize(1);
        assertThat(fields(key)).containsExactly(cookie(office));
    }

    @Test
    void ofAnEarlierVersionAreListedWithoutABrowser() {
        var session = "alongside:session:sessions:" + cookie(office);
        var staff = Objects.requireNonNull(gateway.inRedis()
                .<String, String>opsForHash()
                .get(session, "sessionAttr:staff")
                .block());
        gateway.inRedis()
                .opsForHash()
                .put(session, "sessionAttr:staff", staff.replaceFirst(",\"signIn\":\\{[^}]*}", ""))
                .block();
        gateway.inRedis().delete("alongside:sign-ins:" + digest(person.id())).block();

        var items = items(office);

        assertThat(staff).contains("signIn");
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().path("browser").asString()).isEqualTo("other");
        assertThat(items.getFirst().path("signedInAt").asString()).isNotEmpty();
    }

    private List<String> fields(String key) {
        return Objects.requireNonNull(gateway.inRedis()
                .<String, String>opsForHash()
                .keys(key)
                .collectList()
                .block());
    }

    private static List<JsonNode> items(Browser browser) {
        return browser.get(LIST).json().path("items").valueStream().toList();
    }

    private static JsonNode other(Browser browser) {
        return items(browser).stream()
                .filter(item -> !item.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode only(Browser browser, String name) {
        return items(browser).stream()
                .filter(item -> item.path("browser").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Browser.Answer end(Browser browser, JsonNode item) {
        return browser.delete(LIST + "/" + item.path("id").asString(), "X-CSRF-Token", browser.pageToken());
    }

    private static String cookie(Browser browser) {
        return Objects.requireNonNull(browser.cookies().get("__Host-alongside"));
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
