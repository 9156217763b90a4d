package uk.alongside.tenant.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.localstack.servers.OneTimeCode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Realm;

/** A council's own sign-in, with a second realm of the real Keycloak as the council's identity provider. */
@Tag("slow")
class CouncilSignInTest {

    static final String BACK = "http://localhost:9/back";
    private static final Realm REALM = new Realm();
    private static final IdentityProviders PROVIDERS = new IdentityProviders(properties(), token());
    private static final Keycloak KEYCLOAK = new Keycloak(properties(), token(), REALM.issuer());
    private static final String CLIENT = client();
    private static final String APP_SECRET = "a-made-up-secret-of-20";

    /** An authenticator app, as the administration takes it. */
    static final String APP = """
            {"type": "otp", "userLabel": "App", "secretData": "{\\"value\\": \\"%s\\"}",
             "credentialData":
               "{\\"subType\\": \\"totp\\", \\"digits\\": 6, \\"period\\": 30, \\"algorithm\\": \\"HmacSHA1\\"}"}""".formatted(APP_SECRET);

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = word + ".example";
    private final String email = "ida@" + domain;
    private final CouncilRealm council = CouncilRealm.create(REALM);
    private final UUID organization = organization(word, domain);

    CouncilSignInTest() {
        PROVIDERS.connect(organization, council.connection());
    }

    @Test
    void givesAPersonOfItsDomainAnAccountInItsOrganization() {
        council.add(email, List.of("Leads"), List.of("mfa"));

        var claims = claims(typed(email, email));

        assertThat(claims.path("organization").path(word).path("id").asString()).isEqualTo(organization.toString());
        assertThat(claims.path("identity_provider").asString()).isEqualTo(IdentityProviders.alias(organization));
        assertThat(member(email).path("membershipType").asString()).isEqualTo("MANAGED");
    }

    @Test
    void isNamedInTheTokenForAnotherCouncilOfTheSamePerson() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        var pages = byLink(email);
        var other = anotherCouncil();
        join(email, other.id());

        var claims = claims(pages.open(authorization("organization:" + other.alias())));

        assertThat(claims.path("organization").path(other.alias()).path("id").asString())
                .isEqualTo(other.id().toString());
        assertThat(claims.path("identity_provider").asString()).isEqualTo(IdentityProviders.alias(organization));
    }

    @Test
    void makesNoAccountWithAnAddressOfAnotherCouncil() {
        var foreign = "new@" + anotherCouncil().domain();
        council.add(foreign, List.of("Leads"), List.of("mfa"));

        assertRefused(typed("anyone@" + domain, foreign));
        assertRefused(byLink(foreign));

        assertThat(REALM.users(foreign)).isEmpty();
    }

    @Test
    void makesNoAccountWithAnAddressThatThePersonSends() {
        local(email, organization);
        council.add(email, List.of("Leads"), List.of("mfa"));
        var ours = "director@" + domain;
        var profile = Map.of("username", ours, "email", ours, "firstName", "Ida", "lastName", "Made-up");

        var pages = byLink(email).submit(Map.of("submitAction", "updateProfile"));
        assertRefused(pages);
        pages.submitAgain(profile);

        assertThat(pages.code()).isEmpty();
        assertThat(REALM.users(ours)).isEmpty();
    }

    @Test
    void linksNoAccountOfAnotherCouncil() {
        var other = anotherCouncil();
        var foreign = "local@" + other.domain();
        local(foreign, other.id());
        council.add(foreign, List.of("Leads"), List.of("mfa"));

        assertRefused(typed("anyone@" + domain, foreign));
        assertRefused(byLink(foreign));

        assertThat(links(foreign)).isEmpty();
    }

    @Test
    void wouldMakeAnAccountWithAnyAddressIfItsOrganizationHadNoDomain() {
        var foreign = "new@" + anotherCouncil().domain();
        council.add(foreign, List.of("Leads"), List.of("mfa"));
        var whole = REALM.admin().get("/organizations/" + organization).body();
        ((ObjectNode) whole).putArray("domains");
        REALM.admin().put("/organizations/" + organization, whole.toString(), null);

        byLink(foreign);

        assertThat(REALM.users(foreign)).hasSize(1);
    }

    @Test
    void isOffBeforeItsOrganizationLosesTheLastDomain() {
        PROVIDERS.own(organization, List.of());

        assertThat(provider().path("enabled").asBoolean()).isFalse();
        assertThatThrownBy(() -> PROVIDERS.connect(organization, council.connection()))
                .isInstanceOf(Refused.class);
        assertThat(provider().path("enabled").asBoolean()).isFalse();
    }

    /** Without the claims a council's provider would open every council of a person, or give roles of groups that are gone. */
    @ParameterizedTest
    @ValueSource(strings = {"council-sign-in", "basic"})
    void isNotTurnedOnWhileTheGatewaysTokensLackItsClaims(String scope) {
        var gateway = REALM.admin().get("/clients?clientId=gateway").body().path(0);
        var attached = "/clients/" + gateway.path("id").asString() + "/default-client-scopes/" + idOfScope(scope);

        assertThat(REALM.admin().delete(attached).status()).isEqualTo(204);
        try {
            assertThatThrownBy(() -> PROVIDERS.connect(organization, council.connection()))
                    .isInstanceOf(Refused.class);
            PROVIDERS.connect(organization, turnedOff(council.connection()));
            assertThat(provider().path("enabled").asBoolean(true)).isFalse();
        } finally {
            REALM.admin().put(attached, "{}", null);
        }
        PROVIDERS.connect(organization, council.connection());
        assertThat(provider().path("enabled").asBoolean()).isTrue();
    }

    private static String idOfScope(String name) {
        return REALM.admin()
                .get("/client-scopes")
                .body()
                .valueStream()
                .filter(scope -> scope.path("name").asString().equals(name))
                .map(scope -> scope.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static ProviderConnection turnedOff(ProviderConnection connection) {
        return new ProviderConnection(
                connection.displayName(),
                connection.issuer(),
                connection.authorization(),
                connection.token(),
                connection.keys(),
                connection.endSession(),
                connection.clientId(),
                connection.clientSecret(),
                connection.groupsClaim(),
                false);
    }

    @Test
    void keepsTheAddressOfTheFirstSignIn() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        byLink(email);
        var foreign = "new@" + anotherCouncil().domain();

        council.rename(email, foreign);
        byLink(email);

        assertThat(REALM.users(foreign)).isEmpty();
        assertThat(links(email)).hasSize(1);
        assertThat(PROVIDERS.named(organization, id(email)).email()).isEqualTo(foreign);
    }

    @Test
    void getsNoDomainOfAnotherCouncil() {
        var other = anotherCouncil();

        assertThatThrownBy(() -> PROVIDERS.own(organization, List.of(domain, other.domain())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void linksAnAccountOfItsDomainOnlyAfterItsPassword() {
        local(email, organization);
        council.add(email, List.of("Leads"), List.of("mfa"));

        var pages = byLink(email);
        assertThat(pages.code()).isEmpty();
        pages.submit(Map.of("submitAction", "linkAccount"));
        pages.submit(Map.of("username", email, "password", "A-wrong-password-1"));
        assertThat(pages.code()).isEmpty();
        assertThat(links(email)).isEmpty();
        pages.submit(Map.of("username", email, "password", CouncilRealm.PASSWORD));

        assertThat(pages.code()).isPresent();
        assertThat(links(email)).hasSize(1);
        assertThat(member(email).path("membershipType").asString()).isEqualTo("UNMANAGED");
    }

    /** Each address of the domain is answered the same, so that the answer does not say who has an account. */
    @Test
    void isOfferedBesideThePasswordForEachAddressOfItsDomain() {
        local(email, organization);

        var pages = new KeycloakPages(BACK)
                .open(authorization("organization:" + word))
                .submit(Map.of("username", email));

        assertThat(pages.shows("id=\"council-sign-in\"")).isTrue();
        assertThat(pages.submit(Map.of("password", CouncilRealm.PASSWORD)).code())
                .isPresent();
        var unknown = new KeycloakPages(BACK)
                .open(authorization("organization:" + word))
                .submit(Map.of("username", "anyone@" + domain));
        assertThat(unknown.shows("id=\"council-sign-in\"")).isTrue();
        assertThat(unknown.shows("name=\"password\"")).isTrue();
    }

    @Test
    void isNotOfferedWhileItIsOff() {
        PROVIDERS.own(organization, List.of());
        PROVIDERS.own(organization, List.of(domain));

        var pages =
                new KeycloakPages(BACK).open(authorization("organization:*")).submit(Map.of("username", email));

        assertThat(provider().path("enabled").asBoolean()).isFalse();
        assertThat(pages.shows("council-sign-in")).isFalse();
        assertThat(pages.shows("name=\"password\"")).isTrue();
    }

    @Test
    void handsOutTheGroupsOfTheLatestSignInOnly() {
        council.add(email, List.of("Leads", "Staff"), List.of("mfa"));
        byLink(email);
        assertThat(groups()).containsExactlyInAnyOrder("Leads", "Staff");

        council.change(email, List.of("Staff"), List.of("mfa"));
        byLink(email);
        assertThat(groups()).containsExactly("Staff");

        council.change(email, List.of(), List.of("mfa"));
        byLink(email);
        assertThat(groups()).isEmpty();
    }

    @Test
    void asksForOurSecondFactorUnlessItNamesOneOfItsOwn() {
        council.add(email, List.of("Leads"), List.of("pwd", "mfa"));
        byLink(email);
        giveSecondFactorRole(email);

        assertThat(byLink(email).code()).isPresent();
        council.change(email, List.of("Leads"), List.of("pwd"));
        assertAsksForAnAuthenticator(byLink(email));
        council.change(email, List.of("Leads"), List.of());
        assertAsksForAnAuthenticator(byLink(email));
    }

    /** The people who run the council's accounts could otherwise choose credentials that open the other council. */
    @Test
    void changesNoCredentialOfAPersonOfAnotherCouncilWithoutTheirSecondFactor() {
        localWithAnApp(email);
        council.add(email, List.of("Leads"), List.of("pwd", "mfa"));
        link(email);
        join(email, anotherCouncil().id());

        var pages = byLink(email);

        assertAsksForACode(pages);
        pages.open(authorization("") + "&kc_action=UPDATE_PASSWORD");
        assertThat(pages.shows("password-new")).as(pages.text()).isFalse();
        assertThat(byLink(email).submit(Map.of("otp", code())).code()).isPresent();
    }

    /** Only the operator's own password and second factor open their account. */
    @Test
    void opensNoOperatorsAccount() {
        localWithAnApp(email);
        council.add(email, List.of("Leads"), List.of("mfa"));
        link(email);
        give(email, "operator");

        var pages = byLink(email);

        assertThat(pages.code()).isEmpty();
        assertThat(pages.text()).contains("An operator signs in with a password of Alongside.");
        assertThat(pages.open(authorization("")).code()).isEmpty();
    }

    /** A council that names no second factor lets its people use ours, which they replace as everyone else does. */
    @Test
    void leadsBackToTheNewAppAfterAnotherSignInAtTheCouncil() {
        council.add(email, List.of("Leads"), List.of("pwd"));

        var pages = byLink(email).open(authorization("") + "&max_age=0&kc_action=CONFIGURE_TOTP");

        assertAsksForAnAuthenticator(pages);
    }

    @Test
    void asksNoSecondFactorOfAPersonWhoNeedsNone() {
        council.add(email, List.of("Staff"), List.of("pwd"));

        assertThat(byLink(email).code()).isPresent();
    }

    @Test
    void losesTheWholeAccountOfAPersonWhoIsRemovedFromItsOrganization() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        byLink(email);

        REALM.admin().delete("/organizations/" + organization + "/members/" + id(email));

        assertThat(REALM.users(email)).isEmpty();
    }

    @Test
    void keepsTheAccountOfAPersonWhomTheProductTakesOut() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        byLink(email);

        KEYCLOAK.leave(organization, new Person(REALM.issuer(), id(email)));

        assertThat(member(email).path("membershipType").asString()).isEqualTo("MANAGED");
    }

    @Test
    void leavesAccountsWithoutAWayInWhenItIsRemoved() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        byLink(email);

        REALM.admin().delete("/identity-provider/instances/" + IdentityProviders.alias(organization));

        assertThat(REALM.users(email)).hasSize(1);
        assertThat(links(email)).isEmpty();
        assertThat(REALM.admin().get("/users/" + id(email) + "/credentials").body())
                .isEmpty();
    }

    @Test
    void endsTheSessionOfAPersonWhomTheCouncilSignsOut() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        var tokens = tokens(byLink(email));
        var refreshed = refresh(tokens.path("refresh_token").asString());
        assertThat(refreshed.status()).isEqualTo(200);

        council.close(email);
        council.signOut(email);

        assertThat(refresh(refreshed.body().path("refresh_token").asString()).status())
                .isEqualTo(400);
    }

    @Test
    void goesOnInASessionThatIsOpenWhenTheCouncilOnlyClosesTheAccount() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        var tokens = tokens(byLink(email));

        council.close(email);

        assertThat(refresh(tokens.path("refresh_token").asString()).status()).isEqualTo(200);
        assertThat(byLink(email).code()).isEmpty();
    }

    /** Entra ID, which reports no sign-outs, is asked again in this way: without a question to people who are still there. */
    @Test
    void namesAPersonAgainWithoutAQuestionUntilTheCouncilClosesTheAccount() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        var pages = byLink(email);
        var first = signedInAt(pages);
        var again = authorization("") + "&max_age=0&kc_idp_hint=" + IdentityProviders.alias(organization);
        // The time of a sign-in has no smaller part than a second.
        var later = first;
        var soon = Instant.now().plusSeconds(60);
        while (!later.isAfter(first) && Instant.now().isBefore(soon)) {
            later = signedInAt(pages.open(again));
        }
        assertThat(later).isAfter(first);

        council.close(email);
        // In the second of a sign-in Keycloak asks no one again.
        soon = Instant.now().plusSeconds(60);
        while (pages.open(again).code().isPresent() && Instant.now().isBefore(soon)) {
            assertThat(signedInAt(pages)).isBeforeOrEqualTo(later.plusSeconds(1));
        }
        assertThat(pages.code()).isEmpty();
    }

    @Test
    void saysThatItDoesNotAnswerWhilePasswordsStillWork() {
        council.add(email, List.of("Leads"), List.of("mfa"));
        var partner = "rosa@partner-of-" + domain;
        local(partner, organization);
        PROVIDERS.connect(organization, council.connection(URI.create("http://localhost:1/token")));

        var pages = byLink(email);

        assertThat(pages.code()).isEmpty();
        assertThat(pages.text()).contains("sign-in did not answer");
        assertThat(new KeycloakPages(BACK)
                        .open(authorization("organization:" + word))
                        .submit(Map.of("username", partner))
                        .submit(Map.of("password", CouncilRealm.PASSWORD))
                        .code())
                .isPresent();
    }

    @Test
    void allowsItsClockToDifferByAMinute() {
        assertThat(provider().path("config").path("allowedClockSkew").asString())
                .isEqualTo("60");
    }

    @Test
    void neverGivesItsSecretBack() {
        assertThat(provider().toString()).contains("clientSecret").doesNotContain(CouncilRealm.SECRET);
    }

    private static void assertRefused(KeycloakPages pages) {
        assertThat(pages.code()).isEmpty();
        assertThat(pages.text()).contains("You cannot sign in with this address");
        assertThat(pages.shows("<form")).isFalse();
        assertThat(pages.shows("session_code")).isFalse();
    }

    private static void assertAsksForACode(KeycloakPages pages) {
        assertThat(pages.code()).isEmpty();
        assertThat(pages.shows("name=\"otp\"")).as(pages.text()).isTrue();
    }

    private static void assertAsksForAnAuthenticator(KeycloakPages pages) {
        assertThat(pages.code()).isEmpty();
        assertThat(pages.shows("id=\"totpSecret\"")).as(pages.text()).isTrue();
    }

    private List<String> groups() {
        return PROVIDERS.named(organization, id(email)).groups();
    }

    private JsonNode provider() {
        return REALM.admin()
                .get("/identity-provider/instances/" + IdentityProviders.alias(organization))
                .body();
    }

    private record Council(UUID id, String alias) {

        String domain() {
            return alias + ".example";
        }
    }

    private static Council anotherCouncil() {
        var other = UUID.randomUUID().toString().substring(0, 8);
        return new Council(organization(other, other + ".example"), other);
    }

    /** Types an address at our sign-in, opens the council's there, and signs in with another or the same. */
    private KeycloakPages typed(String address, String atTheCouncil) {
        return new KeycloakPages(BACK)
                .open(authorization("organization:" + word))
                .submit(Map.of("username", address))
                .openLink("council-sign-in")
                .submit(Map.of("username", atTheCouncil, "password", CouncilRealm.PASSWORD));
    }

    /** Goes to the council's sign-in by a link that anyone can make, without an address. */
    private KeycloakPages byLink(String atTheCouncil) {
        return byLink(organization, "", atTheCouncil);
    }

    static KeycloakPages byLink(UUID organization, String scope, String atTheCouncil) {
        return new KeycloakPages(BACK)
                .open(authorization(scope) + "&kc_idp_hint=" + IdentityProviders.alias(organization))
                .submit(Map.of("username", atTheCouncil, "password", CouncilRealm.PASSWORD));
    }

    static String authorization(String scope) {
        var query =
                Map.of("response_type", "code", "client_id", CLIENT, "redirect_uri", BACK, "scope", "openid " + scope);
        return REALM.issuer()
                + query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "/protocol/openid-connect/auth?", ""));
    }

    private static JsonNode claims(KeycloakPages pages) {
        return Realm.claims(tokens(pages).path("access_token").asString());
    }

    private static Instant signedInAt(KeycloakPages pages) {
        return Instant.ofEpochSecond(claims(pages).path("auth_time").asLong());
    }

    static JsonNode tokens(KeycloakPages pages) {
        var code = pages.code().orElseThrow(() -> new AssertionError(pages.text()));
        var answer = token(Map.of("grant_type", "authorization_code", "redirect_uri", BACK, "code", code));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static Http.Answer refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private static Http.Answer token(Map<String, String> form) {
        var whole = new HashMap<>(form);
        whole.put("client_id", CLIENT);
        return new Http(REALM.issuer(), null).postForm("/protocol/openid-connect/token", whole);
    }

    private static String id(String email) {
        return REALM.users(email).path(0).path("id").asString();
    }

    private static JsonNode links(String email) {
        return REALM.admin().get("/users/" + id(email) + "/federated-identity").body();
    }

    private JsonNode member(String email) {
        return REALM.admin()
                .get("/organizations/" + organization + "/members/" + id(email))
                .body();
    }

    private static void local(String email, UUID organization) {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Ida", "lastName": "Local", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}""".formatted(email, CouncilRealm.PASSWORD));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        join(email, organization);
    }

    /** Makes an account with a password of ours and an authenticator app. */
    private void localWithAnApp(String email) {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Ida", "lastName": "Local", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}, %3$s]}""".formatted(email, CouncilRealm.PASSWORD, APP));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        join(email, organization);
    }

    /** Links the account to the council's, as its owner does by their password. */
    private void link(String email) {
        var linked = REALM.admin()
                .post(
                        "/users/" + id(email) + "/federated-identity/" + IdentityProviders.alias(organization),
                        "{\"userId\": \"%s\", \"userName\": \"%s\"}".formatted(council.id(email), email));
        assertThat(linked.status()).as(linked.text()).isEqualTo(204);
    }

    static String code() {
        return OneTimeCode.of(APP_SECRET, Instant.now());
    }

    private static void join(String email, UUID organization) {
        assertThat(REALM.admin()
                        .post("/organizations/" + organization + "/members", id(email))
                        .status())
                .isEqualTo(201);
    }

    private static void giveSecondFactorRole(String email) {
        give(email, "second-factor");
    }

    private static void give(String email, String name) {
        var role = REALM.admin().get("/roles/" + name).text();
        REALM.admin().post("/users/" + id(email) + "/role-mappings/realm", "[" + role + "]");
    }

    private static UUID organization(String alias, String domain) {
        var made = REALM.admin().post("/organizations", """
                {"name": "%1$s", "alias": "%1$s", "enabled": true,
                 "domains": [{"name": "%2$s", "verified": true}]}""".formatted(alias, domain));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return UUID.fromString(REALM.organizations(alias).path(0).path("id").asString());
    }

    private static String client() {
        var id = "signs-in-" + UUID.randomUUID();
        var made = REALM.admin().post("/clients", """
                {"clientId": "%s", "publicClient": true, "redirectUris": ["%s"], "standardFlowEnabled": true,
                 "fullScopeAllowed": false, "attributes": {"access.token.lifespan": "600"},
                 "defaultClientScopes": ["basic", "acr", "roles", "council-sign-in", "to-services"],
                 "optionalClientScopes": ["organization"]}""".formatted(id, BACK));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return id;
    }

    private static IdentityProperties properties() {
        return new IdentityProperties(URI.create(REALM.issuer()), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private static OwnToken token() {
        var registrations =
                new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("administration")
                        .clientId("tenant-service-administration")
                        .clientSecret(REALM.secretOf("tenant-service-administration"))
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(REALM.issuer() + "/protocol/openid-connect/token")
                        .build());
        return new OwnToken(registrations, new InMemoryOAuth2AuthorizedClientService(registrations), properties());
    }
}
