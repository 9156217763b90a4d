package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Realm;

/** A council's own sign-in, with a second realm of the real Keycloak as the council's identity provider. */
@Tag("slow")
class CouncilSignInTest {

    private static final String BACK = "http://localhost:9/back";
    private static final Realm REALM = new Realm();
    private static final IdentityProviders PROVIDERS = providers();
    private static final String CLIENT = client();

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = word + ".example";
    private final String email = "ida@" + domain;
    private CouncilRealm council;
    private UUID organization;

    @BeforeEach
    void connect() {
        council = CouncilRealm.create(REALM);
        organization = organization(word, domain);
        PROVIDERS.connect(organization, council.connection());
    }

    @Test
    void explore() {
        council.add(email, List.of("Leads", "Staff"), List.of("pwd", "mfa"));
        var pages = identityFirst(email);
        System.out.println("Q0 own address, identity first: " + pages.address() + " code=" + pages.code().isPresent() + " " + say(pages));
        if (pages.code().isPresent()) {
            System.out.println("Q0 claims: " + claims(pages));
        }
        System.out.println("Q0 user: " + user(email));
        System.out.println("Q0 fed: " + links(email));
        System.out.println("Q0 member: " + member(email));
        System.out.println("Q3 groups: " + PROVIDERS.groups(organization, id(email)));
        System.out.println("Q3 raw: " + REALM.admin().get("/users/" + id(email) + "/unmanagedAttributes").text());
        council.change(email, List.of("Staff"), List.of("pwd"));
        pages = identityFirst(email);
        System.out.println("Q4 groups fewer: " + PROVIDERS.groups(organization, id(email)) + " " + say(pages));
        council.change(email, List.of(), List.of());
        pages = identityFirst(email);
        System.out.println("Q4 groups none: " + PROVIDERS.groups(organization, id(email)) + REALM.admin().get("/users/" + id(email) + "/unmanagedAttributes").text());

        var other = UUID.randomUUID().toString().substring(0, 8);
        var otherOrganization = organization(other, other + ".example");
        for (var how : List.of("first", "hint")) {
            var foreign = how + "@" + other + ".example";
            council.add(foreign, List.of("Leads"), List.of());
            pages = how.equals("first") ? identityFirst("x@" + domain, foreign) : hinted(foreign);
            System.out.println("Q1 " + how + ": " + pages.address() + " " + say(pages));
            System.out.println("Q1 " + how + " users: " + REALM.users(foreign));
            System.out.println("Q1 " + how + " links: " + links(foreign) + " member: " + member(foreign));
        }
        for (var how : List.of("first", "hint")) {
            var foreign = "local" + how + "@" + other + ".example";
            local(foreign, otherOrganization);
            council.add(foreign, List.of("Leads"), List.of());
            pages = how.equals("first") ? identityFirst("x@" + domain, foreign) : hinted(foreign);
            System.out.println("Q2 " + how + ": " + pages.address() + " " + say(pages));
            System.out.println("Q2 " + how + " links: " + links(foreign));
        }
        for (var how : List.of("first", "hint")) {
            var own = "own" + how + "@" + domain;
            local(own, organization);
            council.add(own, List.of("Leads"), List.of());
            pages = how.equals("first") ? identityFirst(own) : hinted(own);
            System.out.println("Q7 " + how + ": " + pages.address() + " " + say(pages));
            System.out.println("Q7 " + how + " links: " + links(own));
            try {
                pages.submit(Map.of("submitAction", "linkAccount"));
                System.out.println("Q7 " + how + " after linkAccount: " + pages.address() + " " + say(pages));
                pages.submit(Map.of("username", own, "password", CouncilRealm.PASSWORD));
                System.out.println("Q7 " + how + " after password: " + pages.address() + " " + say(pages));
                System.out.println("Q7 " + how + " links: " + links(own) + " " + member(own));
                if (pages.code().isPresent()) {
                    System.out.println("Q7 claims: " + claims(pages));
                }
            } catch (AssertionError e) {
                System.out.println("Q7 " + e);
            }
        }
        // second factor
        var lead = "lead@" + domain;
        council.add(lead, List.of("Leads"), List.of("pwd"));
        pages = hinted(lead);
        System.out.println("Q6 first: " + say(pages));
        giveSecondFactorRole(lead);
        pages = hinted(lead);
        System.out.println("Q6 with role second-factor: code=" + pages.code().isPresent() + " " + say(pages));
        // leave
        System.out.println("Q5 leave: " + REALM.admin().delete("/organizations/" + organization + "/members/" + id(lead)).status() + " users after: " + REALM.users(lead));
        var removed = REALM.admin().delete("/organizations/" + organization + "/identity-providers/" + IdentityProviders.alias(organization));
        System.out.println("Q5 unlink provider: " + removed.status() + " user: " + REALM.users(email) + links(email) + member(email));
        System.out.println("Q5 delete provider: " + REALM.admin().delete("/identity-provider/instances/" + IdentityProviders.alias(organization)).status() + " user: " + REALM.users(email));
    }

    private static String say(KeycloakPages pages) {
        var text = pages.text();
        return pages.code().isPresent() ? "CODE" : text.substring(0, Math.min(600, text.length()));
    }

    private KeycloakPages identityFirst(String address) {
        return identityFirst(address, address);
    }

    /** Types an address at our sign-in, and signs in at the council with another or the same. */
    private KeycloakPages identityFirst(String typed, String atTheCouncil) {
        var pages = new KeycloakPages(BACK).open(authorization("organization:" + word)).submit(Map.of("username", typed));
        if (!pages.address().toString().startsWith(council.issuer())) {
            System.out.println("   not led to the council: " + pages.address() + " " + say(pages));
            return pages;
        }
        return pages.submit(Map.of("username", atTheCouncil, "password", CouncilRealm.PASSWORD));
    }

    /** Goes to the council's sign-in by a link that a person can make, without an address. */
    private KeycloakPages hinted(String atTheCouncil) {
        return new KeycloakPages(BACK)
                .open(authorization("") + "&kc_idp_hint=" + IdentityProviders.alias(organization))
                .submit(Map.of("username", atTheCouncil, "password", CouncilRealm.PASSWORD));
    }

    private static String authorization(String scope) {
        return REALM.issuer() + "/protocol/openid-connect/auth?response_type=code&client_id=" + CLIENT
                + "&redirect_uri=" + BACK + "&scope=openid%20" + scope;
    }

    private static JsonNode claims(KeycloakPages pages) {
        var answer = new Http(REALM.issuer(), null)
                .postForm(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", BACK,
                                "code", pages.code().orElseThrow()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Realm.claims(answer.body().path("access_token").asString());
    }

    private static String id(String email) {
        return REALM.users(email).path(0).path("id").asString();
    }

    private static String user(String email) {
        return REALM.users(email).toString();
    }

    private static String links(String email) {
        return REALM.admin().get("/users/" + id(email) + "/federated-identity").text();
    }

    private String member(String email) {
        return REALM.admin()
                .get("/organizations/" + organization + "/members/" + id(email))
                .text();
    }

    private static void local(String email, UUID organization) {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Ida", "lastName": "Local", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}""".formatted(email, CouncilRealm.PASSWORD));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        REALM.admin().post("/organizations/" + organization + "/members", id(email));
    }

    private static void giveSecondFactorRole(String email) {
        var role = REALM.admin().get("/roles/second-factor").text();
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
                 "fullScopeAllowed": false,
                 "defaultClientScopes": ["basic", "acr", "roles", "council-sign-in", "to-services"],
                 "optionalClientScopes": ["organization"]}""".formatted(id, BACK));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return id;
    }

    private static IdentityProviders providers() {
        var registration = ClientRegistration.withRegistrationId("administration")
                .clientId("tenant-service-administration")
                .clientSecret(REALM.secretOf("tenant-service-administration"))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(REALM.issuer() + "/protocol/openid-connect/token")
                .build();
        var registrations = new InMemoryClientRegistrationRepository(registration);
        var properties = new IdentityProperties(URI.create(REALM.issuer()), Duration.ofSeconds(2), Duration.ofSeconds(30));
        return new IdentityProviders(
                properties,
                new OwnToken(registrations, new InMemoryOAuth2AuthorizedClientService(registrations), properties));
    }
}
