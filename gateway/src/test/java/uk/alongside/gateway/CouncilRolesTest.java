package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sign-in through a council's own provider, whose groups tenant-service must have read before a session opens. */
@Tag("slow")
class CouncilRolesTest {

    private static final String PROVIDER = "council-" + Realm.LARKSHIRE.id();
    private static final String PATH = "/api/sign-in";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void forget() {
        gateway.resetClock();
        gateway.tenantService().forget();
        gateway.conversationsService().forget();
    }

    @AfterEach
    void accept() {
        gateway.resetClock();
        gateway.tenantService().accept(PATH);
    }

    @Test
    void opensASessionAfterTenantServiceHasTheRoles() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.PRIYA);

            var asked = gateway.tenantService().received();
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst().address()).hasPath(PATH);
            assertThat(Realm.claims(asked.getFirst().token())
                            .path("identity_provider")
                            .asString())
                    .isEqualTo(PROVIDER);
            assertThat(browser.get("/api/council").status()).isEqualTo(200);
            assertThat(gateway.conversationsService().last().token())
                    .as("the first token, because a second authorization would lead to the council's sign-in again")
                    .isEqualTo(asked.getFirst().token());
        }
    }

    @Test
    void asksAMemberOfTwoCouncilsToChoose() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.SAM);

            assertThat(browser.session().json().path("acting").isNull()).isTrue();
            assertThat(gateway.tenantService().received()).isEmpty();
        }
    }

    @Test
    void opensNoSessionForAPersonWithoutARoleAndNamesTheLeads() {
        gateway.tenantService()
                .refuse(
                        PATH,
                        403,
                        "{\"detail\": \"No role <has> been given to you.\", \"leadNames\": [\"Lena Marsh\"]}");
        try (var _ = Realm.throughProvider(PROVIDER)) {
            var page = browser.signIn(Realm.PRIYA);

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("No role &lt;has&gt; been given to you.", "Lena Marsh");
            assertThat(browser.session().json().path("acting").isNull()).isTrue();
            assertThat(browser.get("/api/council").problem()).isEqualTo("choose-council");
            assertThat(gateway.conversationsService().received()).isEmpty();
        }
    }

    @Test
    void opensNoSessionWhileTheRolesAreUnknown() {
        gateway.tenantService().refuse(PATH, 503, "{}");
        try (var _ = Realm.throughProvider(PROVIDER)) {
            var page = browser.signIn(Realm.PRIYA);

            assertThat(page.status()).isEqualTo(503);
            assertThat(browser.get("/api/council").status()).isEqualTo(403);
            assertThat(gateway.conversationsService().received()).isEmpty();

            gateway.tenantService().accept(PATH);
            browser.choose(Realm.LARKSHIRE.alias());
            assertThat(browser.get("/api/council").status()).isEqualTo(200);
        }
    }

    @Test
    void asksNothingAfterASignInWithAPassword() {
        gateway.tenantService().refuse(PATH, 503, "{}");

        browser.signIn(Realm.PRIYA);

        assertThat(gateway.tenantService().received()).isEmpty();
        assertThat(browser.get("/api/council").status()).isEqualTo(200);
    }

    /** The council whose own sign-in they have used reads their groups only there. */
    @Test
    void opensNoSessionForAPersonOfSeveralCouncilsWhoHasToSignInThroughTheChosenOne() {
        gateway.tenantService().refuse(PATH, 403, """
                        {"type": "https://alongside.example/problems/own-sign-in-needed",
                         "detail": "Sign in through your council."}""");
        browser.signIn(Realm.SAM);

        var page = browser.open("/oauth2/authorization/council?council=" + Realm.LARKSHIRE.alias());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains(
                        "Sign in through your council.",
                        "href=\"/oauth2/authorization/sign-in?through=" + Realm.LARKSHIRE.id() + "\"");
        assertThat(browser.session().json().path("acting").isNull()).isTrue();
        assertThat(browser.get("/api/council").problem()).isEqualTo("choose-council");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    /** A password of ours would still let the person in after they left the council. */
    @Test
    void leadsToNoPageForAPasswordOfOurs() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.PRIYA);

            var password = browser.openWithoutFollowing("/oauth2/authorization/sign-in?change=password");
            var app = browser.openWithoutFollowing("/oauth2/authorization/sign-in?change=app");

            assertThat(password.status()).isEqualTo(404);
            assertThat(app.location()).contains("kc_action=CONFIGURE_TOTP");
            assertThat(browser.session().json().path("throughCouncil").asBoolean())
                    .isTrue();
        }
        assertThat(new Browser(gateway).signIn(Realm.PRIYA).status()).isEqualTo(200);
    }

    /** The first token opens the council, without a second authorization, and the page still learns of the change. */
    @Test
    void comesBackFromAChangeToTheSameCouncil() {
        var una = Realm.account("Una", "una", Realm.LARKSHIRE);
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(una);

            var page = browser.open("/oauth2/authorization/sign-in?change=app&return=/sign-ins");
            var after = browser.setUpAuthenticator(page);

            assertThat(after.address().getPath() + "?" + after.address().getQuery())
                    .isEqualTo("/sign-ins?changed=app");
            assertThat(browser.get("/api/council").status()).isEqualTo(200);
        }
    }

    /** A council's sign-in that reports no sign-outs is asked again, and says then that a person has left. */
    @Test
    void asksTheCouncilAgainWhenAPageIsOpenedAfterHalfAnHour() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.PRIYA);
            assertThat(browser.session().json().path("renewIn").asInt()).isBetween(1700, 1800);
            assertThat(browser.openWithoutFollowing("/people").status()).isNotEqualTo(302);

            gateway.letPass(Duration.ofMinutes(31));
            var page = browser.openWithoutFollowing("/people?q=a");
            assertThat(page.location())
                    .isEqualTo("/oauth2/authorization/sign-in?through=" + Realm.LARKSHIRE.id()
                            + "&renew&return=%2Fpeople%3Fq%3Da");
            var keycloak = browser.openWithoutFollowing(page.location());
            assertThat(keycloak.location()).contains("kc_idp_hint=" + PROVIDER, "max_age=60");

            assertThat(browser.openWithoutFollowing("/people").status())
                    .as("a page that is opened after the provider did not answer")
                    .isNotEqualTo(302);
            assertThat(browser.get("/api/council").status()).isEqualTo(200);
        }
    }

    @Test
    void endsASessionWhoseCouncilDidNotNameThePersonForTooLong() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.PRIYA);
            gateway.letPass(Duration.ofMinutes(89));
            assertThat(browser.get("/api/council").status()).isEqualTo(200);

            gateway.letPass(Duration.ofMinutes(91));

            assertThat(browser.get("/api/council").problem()).isEqualTo("signed-out");
            assertThat(browser.session().problem()).isEqualTo("signed-out");
            assertThat(browser.openWithoutFollowing("/oauth2/authorization/sign-in")
                            .location())
                    .contains("/protocol/openid-connect/auth");
        }
    }

    /** Keycloak remembers the sign-in for ten hours, so the council is asked before a session begins. */
    @Test
    void asksTheCouncilBeforeASessionBeginsByASignInThatKeycloakRemembers() {
        try (var _ = Realm.throughProvider(PROVIDER)) {
            browser.signIn(Realm.PRIYA);
            browser.cookies().clear();
            gateway.letPass(Duration.ofMinutes(31));

            var there = browser.openWithoutFollowing("/oauth2/authorization/sign-in?return=/people");
            var back = browser.openWithoutFollowing(URI.create(there.location()));
            var next = browser.openWithoutFollowing(URI.create(back.location()));

            assertThat(next.location())
                    .isEqualTo("/oauth2/authorization/sign-in?through=" + Realm.LARKSHIRE.id()
                            + "&renew&return=%2Fpeople");
            assertThat(browser.session().problem()).isEqualTo("signed-out");
        }
    }

    @Test
    void asksNothingAgainAfterASignInWithAPassword() {
        browser.signIn(Realm.PRIYA);
        gateway.letPass(Duration.ofHours(2));

        assertThat(browser.get("/api/council").status()).isEqualTo(200);
        assertThat(browser.openWithoutFollowing("/people").status()).isNotEqualTo(302);
        assertThat(browser.session().json().path("renewIn").isNull()).isTrue();
    }

    @Test
    void leadsToTheCouncilsOwnSignInByALink() {
        var council = UUID.randomUUID();

        var there = browser.openWithoutFollowing("/oauth2/authorization/sign-in?through=" + council);
        var forged = browser.openWithoutFollowing("/oauth2/authorization/sign-in?through=x%26prompt=none");

        assertThat(there.location()).contains("kc_idp_hint=council-" + council);
        assertThat(forged.location()).doesNotContain("kc_idp_hint").doesNotContain("prompt");
    }
}
