package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RealmTest {

    private static final String WRONG = "not the password";

    @Test
    void keycloakGivesNoTokenForAPassword() {
        var clients = Realm.admin("GET", "/clients", null);

        assertThat(clients.size()).isGreaterThan(5);
        assertThat(clients.valueStream())
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean(false))
                        .as(client.path("clientId").asString())
                        .isFalse());
        var answer = Realm.token(
                "alongside",
                Map.of(
                        "grant_type", "password",
                        "client_id", "gateway",
                        "client_secret", Realm.KEYCLOAK.secretOf("gateway"),
                        "username", Realm.PRIYA.username(),
                        "password", Realm.PRIYA.password()));
        assertThat(answer.path("error").asString()).isEqualTo("unauthorized_client");
    }

    @Test
    void tenantServiceCanManageCouncilsAndPeopleButNotTheRealm() {
        var token = Realm.machine("tenant-service-administration").token("");

        assertThat(Realm.adminAnswer(token, "GET", "/organizations", null).status())
                .isEqualTo(200);
        assertThat(Realm.adminAnswer(token, "GET", "/users?max=1", null).status())
                .isEqualTo(200);
        assertThat(Realm.adminAnswer(token, "PUT", "", Map.of("displayName", "Taken over"))
                        .status())
                .isEqualTo(403);
        assertThat(Realm.adminAnswer(
                                token, "POST", "/clients", Map.of("clientId", "mine", "serviceAccountsEnabled", true))
                        .status())
                .isEqualTo(403);
    }

    /** A thief of a token that was sent to conversations-service cannot use it at Keycloak. */
    @Test
    void theTokenSentToTheOtherServiceCannotAdminister() {
        var token = Realm.machine("tenant-service").token("");

        assertThat(Realm.claims(token).has("resource_access")).isFalse();
        for (var path : List.of("/organizations", "/users?max=1", "/clients?max=1", "")) {
            assertThat(Realm.adminAnswer(token, "GET", path, null).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(Realm.adminAnswer(token, "POST", "/users", Map.of("username", "mine"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAdministratingTokenIsValidForNoService() {
        var claims = Realm.claims(Realm.machine("tenant-service-administration").token(""));

        assertThat(claims.path("aud").toString())
                .doesNotContain("conversations-service")
                .doesNotContain("\"tenant-service\"");
    }

    @Test
    void tenantServicesTokenIsForConversationsServiceOnly() {
        var claims = Realm.claims(Realm.machine("tenant-service").token(""));

        assertThat(claims.path("azp").asString()).isEqualTo("tenant-service");
        // A single audience is written as a string, not as a list of one (RFC 7519, 4.1.3).
        assertThat(claims.path("aud").asString()).isEqualTo("conversations-service");
        assertThat(claims.path("realm_access").path("roles").valueStream().map(it -> it.asString()))
                .doesNotContain("operator");
    }

    @Test
    void aMachineClientGetsOnlyItsOwnCouncil() {
        var machine = Realm.machine("larkshire-import");
        Realm.join(Realm.userId("service-account-larkshire-import"), Realm.LARKSHIRE);

        var own = Realm.claims(machine.token("organization:" + Realm.LARKSHIRE.alias()));
        var other = Realm.claims(machine.token("organization:" + Realm.MEADOWSHIRE.alias()));
        var unasked = Realm.claims(machine.token(""));

        assertThat(own.path("organization")
                        .path(Realm.LARKSHIRE.alias())
                        .path("id")
                        .asString())
                .isEqualTo(Realm.LARKSHIRE.id());
        assertThat(own.path("organization")
                        .path(Realm.LARKSHIRE.alias())
                        .path("display_name")
                        .path(0)
                        .asString())
                .isEqualTo("Larkshire Council");
        assertThat(own.path("aud").valueStream().map(it -> it.asString()))
                .containsExactlyInAnyOrder("tenant-service", "conversations-service");
        assertThat(own.path("exp").asLong() - own.path("iat").asLong()).isEqualTo(60);
        assertThat(other.has("organization")).isFalse();
        assertThat(unasked.has("organization")).isFalse();
        Realm.leave(Realm.userId("service-account-larkshire-import"), Realm.LARKSHIRE);
    }

    @Test
    void theOperatorsMachineClientHasTheRoleAndNoCouncil() {
        var claims = Realm.claims(Realm.machine("alongside-operator").token(""));

        assertThat(claims.path("realm_access").path("roles").valueStream().map(it -> it.asString()))
                .containsExactlyInAnyOrder("operator", "second-factor");
        assertThat(claims.has("organization")).isFalse();
    }

    @Test
    void anAccountIsLockedAfterTooManyWrongPasswords() {
        var person = Realm.account("Una", "una", Realm.LARKSHIRE);
        lock(guess(person, WRONG));
        var browser = new Browser(RunningGateway.shared());

        var page = browser.fillIn(browser.open("/oauth2/authorization/sign-in"), person);

        assertThat(page.body()).contains("kc-form-login");
        assertThat(browser.session().problem()).isEqualTo("signed-out");
    }

    /**
     * The time of an answer, or its words, would otherwise say which addresses have an account. Keycloak itself is faster
     * for an account that is locked or has no password, and for an empty password.
     */
    @Test
    void aWrongPasswordIsAnsweredTheSameForEveryAddress() {
        var locked = guess(Realm.account("Una", "una", Realm.LARKSHIRE), WRONG);
        lock(locked);
        var times = new TreeMap<String, List<Long>>();
        var answers = new TreeMap<String, Set<String>>();
        // Keycloak locks an account after ten wrong passwords, so several are tried a few times each.
        for (int round = 0; round < 5; round++) {
            var person = Realm.account("Una", "una", Realm.LARKSHIRE);
            var withoutPassword = Realm.account("Ida", "ida", Realm.LARKSHIRE);
            Realm.removePassword(withoutPassword.id());
            var visitors = List.of(
                    new Visitor("no account", new Account("", "stranger-" + person.username(), WRONG)),
                    new Visitor("no account, empty password", new Account("", "stranger-" + person.username(), "")),
                    new Visitor("an account", guess(person, WRONG)),
                    new Visitor("an account, empty password", guess(person, "")),
                    new Visitor("a locked account", locked),
                    new Visitor("an account without a password", guess(withoutPassword, WRONG)));
            for (int attempt = 0; attempt < 6; attempt++) {
                for (var visitor : visitors) {
                    times.computeIfAbsent(visitor.who, _ -> new ArrayList<>()).add(visitor.millisecondsOfAnAnswer());
                    add(answers, visitor);
                }
            }
        }

        var medians = new TreeMap<String, Long>();
        times.forEach((who, all) -> medians.put(who, median(all)));
        assertThat(answers).as("pages, and who saw them").hasSize(1);
        long usual = median(times.getOrDefault("an account", List.of()));
        assertThat(medians.values())
                .as("milliseconds: %s", medians)
                .allSatisfy(median -> assertThat(median).isBetween(usual / 2, usual * 2));
    }

    /**
     * A stranger can ask for any scope, so each is tried, with addresses of no council and of councils with and without
     * their own sign-in.
     */
    @ParameterizedTest
    @ValueSource(strings = {"organization:*", "organization", "organization:ALIAS"})
    void thePagesOfASignInAreTheSameForEveryAddressOfADomain(String scope) {
        var softly = new SoftAssertions();
        for (var council : List.of(Realm.LARKSHIRE, OwnSignIn.COUNCIL)) {
            for (var domain : List.of("alongside.example", council.domain())) {
                var pages = new TreeMap<String, Set<String>>();
                var wrong = new TreeMap<String, Set<String>>();
                var hinted = new TreeMap<String, Set<String>>();
                everyKindOfPerson(domain, council).forEach((who, account) -> {
                    var asked = scope.replace("ALIAS", council.alias());
                    var visitor = new Visitor(who, account, asked);
                    add(pages, visitor);
                    visitor.sendPassword();
                    add(wrong, visitor);
                    add(
                            hinted,
                            new Visitor(who, account, asked + "&login_hint=" + Browser.encoded(account.username())));
                });
                softly.assertThat(hinted)
                        .as("pages after a request with an address of " + domain)
                        .hasSize(1);
                softly.assertThat(pages)
                        .as("pages after an address of " + domain)
                        .hasSize(1);
                softly.assertThat(wrong)
                        .as("pages after a wrong password at " + domain)
                        .hasSize(1);
            }
        }
        softly.assertAll();
    }

    private static void add(Map<String, Set<String>> answers, Visitor visitor) {
        answers.computeIfAbsent(visitor.answer(), _ -> new TreeSet<>()).add(visitor.who);
    }

    /** Returns an account of each kind, or none, by who has it. Their password is never the right one. */
    private static Map<String, Account> everyKindOfPerson(String domain, Realm.Council council) {
        return OwnSignIn.PEOPLE.computeIfAbsent(council.alias() + " " + domain, _ -> {
            var member = Realm.accountAt(domain, "Una", "una", council);
            var ofTwo = Realm.accountAt(domain, "Sam", "sam", council, Realm.MEADOWSHIRE);
            var ofNone = Realm.accountAt(domain, "Nia", "nia");
            var withoutPassword = Realm.accountAt(domain, "Ida", "ida", council);
            Realm.removePassword(withoutPassword.id());
            var disabled = Realm.accountAt(domain, "Una", "una", council);
            Realm.disable(disabled);
            return new TreeMap<>(Map.of(
                    "no account", new Account("", "stranger-" + member.username(), WRONG),
                    "a member", guess(member, WRONG),
                    "a member of two councils", guess(ofTwo, WRONG),
                    "an account of no council", guess(ofNone, WRONG),
                    "an account without a password", guess(withoutPassword, WRONG),
                    "a disabled account", guess(disabled, WRONG)));
        });
    }

    @Test
    void aCouncilsOwnSignInIsOfferedForItsDomainOnly() {
        var link = "id=\"council-sign-in\" href=\"";
        var browser = new Browser(RunningGateway.shared());
        var address = "anyone@" + OwnSignIn.COUNCIL.domain();
        var page = browser.submit(browser.open("/oauth2/authorization/sign-in"), Map.of("username", address));

        assertThat(page.body())
                .contains(link)
                .contains("/broker/council-" + OwnSignIn.COUNCIL.id() + "/login?", "password");
        var there = page.body().split(link, 2)[1].split("\"", 2)[0].replace("&amp;", "&");
        assertThat(browser.openWithoutFollowing(page.address().resolve(there)).location())
                .as("the way to the council's provider")
                .startsWith(Realm.addressOfProvider());
        for (var elsewhere : List.of("alongside.example", Realm.LARKSHIRE.domain())) {
            var other = new Browser(RunningGateway.shared());
            var without = other.submit(
                    other.open("/oauth2/authorization/sign-in"), Map.of("username", "anyone@" + elsewhere));
            assertThat(without.body())
                    .as(elsewhere)
                    .contains("name=\"password\"")
                    .doesNotContain("council-sign-in");
        }
    }

    /** Some people of the council have a password of ours, because they work for another council too. */
    @Test
    void aPasswordOpensTheCouncilAlsoForAnAddressOfItsOwnSignIn() {
        var person = Realm.accountAt(OwnSignIn.COUNCIL.domain(), "Una", "una", OwnSignIn.COUNCIL);
        var browser = new Browser(RunningGateway.shared());

        browser.signIn(person);

        assertThat(browser.session().status()).isEqualTo(200);
        assertThat(browser.session().body()).contains(OwnSignIn.COUNCIL.alias());
    }

    @Test
    void onlyTheRightPasswordShowsThatAnAccountIsNotInUse() {
        var disabled = Realm.account("Una", "una", Realm.LARKSHIRE);
        Realm.disable(disabled);
        var visitor = new Visitor("the owner", disabled);

        visitor.sendPassword();

        assertThat(visitor.answer()).contains("This account is not in use");
        assertThat(visitor.browser.session().problem()).isEqualTo("signed-out");
    }

    private static final class OwnSignIn {
        private static final Realm.Council COUNCIL = Realm.council("westmarch", "Westmarch Council");
        private static final Map<String, Map<String, Account>> PEOPLE = new HashMap<>();

        static {
            Realm.provider(COUNCIL);
        }
    }

    /** A person or program at the sign-in page, with one address and one password. */
    private static final class Visitor {

        private final String who;
        private final Account account;
        private final Browser browser = new Browser(RunningGateway.shared());
        private Browser.Answer page;

        Visitor(String who, Account account) {
            this(who, account, "organization:*");
        }

        Visitor(String who, Account account, String scope) {
            this.who = who;
            this.account = account;
            var first = browser.open(authorization(browser, scope));
            this.page = first.body().contains("name=\"password\"")
                    ? first
                    : browser.submit(first, Map.of("username", account.username()));
        }

        /** Sends the newest page, because Keycloak compares no password from an older one. */
        long millisecondsOfAnAnswer() {
            var start = System.nanoTime();
            sendPassword();
            var time = System.nanoTime() - start;
            assertThat(page.body()).contains("kc-form-login").contains("error-message");
            return time / 1_000_000;
        }

        /** The page with the password has no field for the address. */
        void sendPassword() {
            if (page.body().contains("name=\"password\"")) {
                page = browser.submit(page, Map.of("password", account.password()));
            }
        }

        /** Returns the newest page and its status, without the address that was typed and the codes of this sign-in. */
        String answer() {
            return page.status()
                    + page.body()
                            .replace(account.username(), "")
                            .replaceAll(
                                    "(session_code|tab_id|client_data|login_hint)=[^&\"]+|checkAuthSession\\(.+?\\)",
                                    "");
        }
    }

    /** Returns the address to which the gateway sends a browser, with this scope in place of the gateway's. */
    private static URI authorization(Browser browser, String scope) {
        var address =
                browser.openWithoutFollowing("/oauth2/authorization/sign-in").location();
        return URI.create(address.replaceFirst("scope=[^&]+", "scope=openid%20" + scope));
    }

    private static Account guess(Account person, String password) {
        return new Account(person.id(), person.username(), password);
    }

    private static void lock(Account guess) {
        var browser = new Browser(RunningGateway.shared());
        var page = browser.open("/oauth2/authorization/sign-in");
        for (int attempt = 0; attempt < 12; attempt++) {
            page = browser.fillIn(page, guess);
            assertThat(page.body()).contains("kc-form-login");
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** A stranger who sends two wrong passwords at once would otherwise lock a colleague out for a minute. */
    @Test
    void twoQuickWrongPasswordsLockNoOneOut() {
        assertThat(Realm.admin("GET", "", null)
                        .path("quickLoginCheckMilliSeconds")
                        .asInt(-1))
                .isZero();
        var person = Realm.account("Una", "una", Realm.LARKSHIRE);
        var guess = guess(person, WRONG);
        var browser = new Browser(RunningGateway.shared());
        var page = browser.fillIn(browser.open("/oauth2/authorization/sign-in"), guess);
        page = browser.fillIn(page, guess);
        assertThat(page.body()).contains("kc-form-login");

        browser.fillIn(page, person);

        assertThat(browser.session().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "123456789012",
                "qwertyuiop12",
                "password1234",
                "Password2026!",
                "alongside2026",
                "Alongside2026!",
                "LarkshireCouncil",
                "larkshirecouncil2026",
                "barnsleycouncil1",
                "talkingpoints",
                "too short"
            })
    void aPasswordThatManyWouldGuessIsRefused(String password) {
        assertThat(changePassword(Careful.PERSON, password)).isEqualTo(400);
    }

    @Test
    void thePersonsOwnAddressIsRefusedAsPassword() {
        assertThat(changePassword(Careful.PERSON, Careful.PERSON.username())).isEqualTo(400);
        assertThat(changePassword(Careful.PERSON, "three plain words of hers")).isEqualTo(204);
    }

    private static final class Careful {
        private static final Account PERSON = Realm.account("Una", "una");
    }

    private static int changePassword(Account person, String password) {
        return Realm.adminAnswer(
                        Realm.adminToken(),
                        "PUT",
                        "/users/" + person.id() + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false))
                .status();
    }

    @Test
    void aRefreshTokenIsAcceptedTwiceAtMost() {
        var person = Realm.account("Una", "una", Realm.LARKSHIRE);
        var client = new HashMap<>(Map.of("client_id", "tries-" + person.id(), "client_secret", "secret"));
        Realm.admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        "tries-" + person.id(),
                        "secret",
                        "secret",
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true));
        try {
            client.putAll(
                    Map.of("grant_type", "password", "username", person.username(), "password", person.password()));
            var first = Realm.token("alongside", client).path("refresh_token").asString();
            client.putAll(Map.of("grant_type", "refresh_token", "refresh_token", first));
            var second = Realm.token("alongside", client);
            var ofAnotherGateway = Realm.token("alongside", client);
            var ofAThief = Realm.token("alongside", client);

            assertThat(second.path("refresh_token").asString()).isNotEmpty().isNotEqualTo(first);
            assertThat(ofAnotherGateway.path("refresh_token").asString()).isNotEmpty();
            assertThat(ofAThief.path("error").asString()).isEqualTo("invalid_grant");
            client.put("refresh_token", second.path("refresh_token").asString());
            assertThat(Realm.token("alongside", client).path("error").asString())
                    .as("the sign-in has ended")
                    .isEqualTo("invalid_grant");
        } finally {
            Realm.deleteClient("tries-" + person.id());
        }
    }

    @Test
    void signInReturnsToRegisteredAddressesOnly() {
        var browser = new Browser(RunningGateway.shared());
        var toKeycloak =
                browser.openWithoutFollowing("/oauth2/authorization/sign-in").location();

        var answer = browser.openWithoutFollowing(
                URI.create(toKeycloak.replaceFirst("redirect_uri=[^&]+", "redirect_uri=https://elsewhere.example/")));
        var withoutProof = browser.openWithoutFollowing(
                URI.create(toKeycloak.replaceFirst("&code_challenge=[^&]+&code_challenge_method=S256", "")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
        assertThat(withoutProof.location()).contains("error=invalid_request");
    }

    /** A page of Keycloak's own clients would let a link join a person's account to another council's provider. */
    @ParameterizedTest
    @CsvSource({
        "account, /realms/alongside/account/",
        "account-console, /realms/alongside/account/",
        "security-admin-console, /admin/alongside/console/"
    })
    void keycloaksOwnClientsGiveNoSignInPage(String client, String page) {
        var browser = new Browser(RunningGateway.shared());

        var answer = browser.openWithoutFollowing(authorization(client, Realm.KEYCLOAK.baseUrl() + page));

        assertThat(answer.body()).doesNotContain("kc-form-login");
        assertThat(answer.status()).isEqualTo(400);
    }

    /** The client of this test may change accounts, as Keycloak's own account console may. */
    @Test
    void noLinkJoinsAnAccountToACouncilsProvider() {
        var provider = "council-" + UUID.randomUUID();
        var client = "links-" + UUID.randomUUID();
        var back = "http://localhost:9/back";
        Realm.admin(
                "POST",
                "/identity-provider/instances",
                Map.of("alias", provider, "providerId", "oidc", "enabled", true, "config", Map.of()));
        Realm.admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        client,
                        "publicClient",
                        true,
                        "fullScopeAllowed",
                        true,
                        "redirectUris",
                        List.of(back)));
        try {
            var browser = new Browser(RunningGateway.shared());
            browser.signIn(Realm.account("Una", "una", Realm.LARKSHIRE));

            var answer = browser.openWithoutFollowing(
                    URI.create(authorization(client, back) + "&kc_action=idp_link:" + provider));
            while (answer.status() == 302 && !answer.location().startsWith(back)) {
                answer = browser.openWithoutFollowing(answer.address().resolve(answer.location()));
            }

            assertThat(answer.location()).as(answer.body()).startsWith(back);
        } finally {
            Realm.deleteClient(client);
            Realm.admin("DELETE", "/identity-provider/instances/" + provider, null);
        }
    }

    /** A mailbox alone would join an account to a council's provider as soon as the realm had a mail server. */
    @Test
    void anAccountIsJoinedToACouncilsProviderByItsPasswordOnly() {
        var steps = Realm.admin("GET", "/authentication/flows/first%20broker%20login/executions", null);

        assertThat(steps.valueStream().map(step -> step.path("providerId").asString("")))
                .contains("idp-username-password-form")
                .doesNotContain("idp-email-verification", "idp-auto-link");
    }

    private static URI authorization(String client, String back) {
        return URI.create(Realm.KEYCLOAK.baseUrl()
                + "/realms/alongside/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + client
                + "&redirect_uri=" + Browser.encoded(back)
                + "&code_challenge_method=S256&code_challenge=" + "a".repeat(43));
    }
}
