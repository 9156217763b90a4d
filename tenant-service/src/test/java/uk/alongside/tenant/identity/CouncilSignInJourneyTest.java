package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

/** A lead connects the council's own sign-in, and staff come in, get roles by their groups, and lose them. */
class CouncilSignInJourneyTest extends TenantServiceTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String SETTINGS = "/api/settings/sign-in-provider";

    private final CouncilRealm realm = CouncilRealm.create(REALM);
    private final NewCouncil council = aCouncil();
    private final String domain = council.alias() + ".example";
    private final String email = "ida@" + domain;

    @Test
    void givesAndTakesRolesByGroups() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));

        var ida = signIn(id);
        assertThat(ida.get("/api/members").status()).isEqualTo(200);

        realm.change(email, List.of("Staff"), List.of("mfa"));
        var without = signIn(id).get("/api/members");
        assertThat(without.summary()).isEqualTo("403 no-role-given");
        assertThat(without.body().path("leadNames").toString()).contains("Lena Marsh");
        assertThat(without.body().path("leadNames").toString()).doesNotContain("Ida");
        assertThat(ida.get("/api/members").status()).isEqualTo(403);

        realm.change(email, List.of("Leads"), List.of("mfa"));
        assertThat(signIn(id).get("/api/members").status()).isEqualTo(200);
    }

    /** Keycloak's clock was ahead at the earlier sign-in, and has been set right since then. */
    @Test
    void takesARoleAwayAtASignInAfterOneWithATimeInTheFuture() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        assertThat(signIn(id).get("/api/members").status()).isEqualTo(200);
        superuser()
                .sql("update app.provider_sign_in set signed_in_at = now() + interval '1 hour' where tenant_id = ?")
                .param(id)
                .update();

        realm.change(email, List.of("Staff"), List.of("mfa"));

        assertThat(signIn(id).get("/api/members").summary()).isEqualTo("403 no-role-given");
    }

    @Test
    void saysInTheRecordWhoLostAndWhoGotARoleByGroups() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/members");
        realm.change(email, List.of("Staff"), List.of("mfa"));
        signIn(id).get("/api/members");
        realm.change(email, List.of("Leads", "Hubs"), List.of("mfa"));
        signIn(id).get("/api/members");
        realm.change(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/members");

        assertThat(deeds(id))
                .containsSubsequence(
                        "member added", "member groups-lost", "member groups-returned", "member groups-followed");
    }

    @Test
    void doesNotLetAPersonReturnWhomALeadSuspended() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/members");
        edit("suspended");
        realm.change(email, List.of(), List.of("mfa"));
        assertThat(signIn(id).get("/api/members").summary()).isEqualTo("403 not-a-member");

        realm.change(email, List.of("Leads"), List.of("mfa"));

        assertThat(signIn(id).get("/api/members").summary()).isEqualTo("403 not-a-member");
    }

    @Test
    void doesNotLetAPersonReturnWhomALeadSuspendedAfterTheirGroupsWereMissing() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/members");
        realm.change(email, List.of(), List.of("mfa"));
        signIn(id).get("/api/members");
        edit("active");
        edit("suspended");

        realm.change(email, List.of("Leads"), List.of("mfa"));

        assertThat(signIn(id).get("/api/members").summary()).isEqualTo("403 not-a-member");
    }

    @Test
    void leavesTheLastLeadARoleSoThatTheyCanCorrectTheGroups() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/members");
        superuser()
                .sql("update app.member set status = 'suspended' where tenant_id = ? and email = ?")
                .params(id, council.leadEmail())
                .update();

        realm.change(email, List.of(), List.of("mfa"));

        assertThat(signIn(id).get("/api/members").status()).isEqualTo(200);
    }

    @Test
    void answersNoRequestBeforeTheOtherServiceHasTheRolesOfTheSignIn() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/sign-in");
        var member = "/internal/councils/" + id + "/members/" + memberId();
        assertThat(PEER.held(member).path("status").asString()).isEqualTo("active");

        realm.change(email, List.of(), List.of("mfa"));
        var ida = signIn(id);
        PEER.stop();
        try {
            assertThat(ida.get("/api/sign-in").summary()).isEqualTo("503 sign-in-under-way");
        } finally {
            PEER.start();
        }
        assertThat(ida.get("/api/sign-in").summary()).isEqualTo("403 no-role-given");
        assertThat(PEER.held(member).path("status").asString()).isEqualTo("suspended");
    }

    @Test
    void refusesALaterSignInWithAnAddressOfAnotherDomain() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        assertThat(signIn(id).get("/api/sign-in").status()).isEqualTo(200);

        realm.rename(email, "ida@elsewhere.example");

        assertThat(signIn(id).get("/api/sign-in").summary()).isEqualTo("403 email-of-another-domain");
    }

    @Test
    void refusesAnAddressThatTheCouncilHasNotVerified() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        realm.unverify(email);

        assertThat(signIn(id).get("/api/sign-in").summary()).isEqualTo("403 email-not-verified");
    }

    @Test
    void opensNoOtherCouncilOfTheSamePerson() {
        var id = connected();
        var other = aCouncil();
        var otherId = found(other);
        realm.add(email, List.of("Leads"), List.of("mfa"));
        var pages = CouncilSignInTest.byLink(id, "organization:" + council.alias(), email);
        assertThat(opened(pages).get("/api/sign-in").status()).isEqualTo(200);
        person(otherId.toString(), "Ida Made-up", email, "lead");

        var elsewhere = opened(CouncilSignInTest.byLink(id, "organization:" + other.alias(), email));

        assertThat(elsewhere.get("/api/sign-in").summary()).isEqualTo("403 other-sign-in");
    }

    @Test
    void invitesOnlyPeopleWhoHaveNoAccountOfTheCouncil() {
        connected();
        var partner = "rosa@partner.example";
        var asked = "{\"emails\": [\"%s\", \"%s\"], \"roles\": [\"viewer\"]}".formatted(email, partner);

        var invited = lead(council).post("/api/invitations", asked);

        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.body().toString())
                .contains("\"email\":\"" + email + "\",\"verdict\":\"signs-in-with-council\"")
                .contains("\"email\":\"" + partner + "\",\"verdict\":\"sent\"");
    }

    @Test
    void mailsNoLinkToAPasswordToAPersonWhoSignsInThroughTheCouncil() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/sign-in");

        assertThat(askForAPassword().status()).isEqualTo(204);

        eventually(SOON, () -> mails(id, "how you sign in").size() == 1);
        assertThat(mails(id, "choose a new password")).isEmpty();
    }

    /** The account from before the connection needs its password once, so that its owner can join it. */
    @Test
    void mailsAPersonWithAnAccountFromBeforeHowToJoinItByANewPassword() {
        var id = connected();
        local(id);
        realm.add(email, List.of("Leads"), List.of("mfa"));
        askForAPassword();
        eventually(SOON, () -> mails(id, "choose a new password").size() == 1);
        var first = linkTo(email);
        assertThat(mails(id, "choose a new password").getFirst().path("text").asString())
                .contains("/oauth2/authorization/sign-in?through=" + id);

        assertThat(choose(first, "Three blue kettles").status()).isEqualTo(204);
        askForAPassword();
        eventually(SOON, () -> !linkTo(email).isEmpty() && !linkTo(email).equals(first));
        var second = linkTo(email);
        var pages = CouncilSignInTest.byLink(id, "organization:" + council.alias(), email)
                .submit(Map.of("submitAction", "linkAccount"))
                .submit(Map.of("username", email, "password", "Three blue kettles"));
        assertThat(opened(pages).get("/api/sign-in").status()).isEqualTo(200);

        assertThat(passwords()).isEmpty();
        assertThat(choose(second, "Four green kettles").summary()).isEqualTo("404 password-link-unknown");
        assertThat(passwords()).isEmpty();
    }

    /** Keycloak leads anyone who asks to its page for a new password, also past the gateway. */
    @Test
    void takesAwayAPasswordThatAPersonOfTheCouncilSetsAtKeycloak() {
        var id = connected();
        realm.add(email, List.of("Hubs"), List.of("mfa"));
        var scope = "organization:" + council.alias();
        var pages = CouncilSignInTest.byLink(id, scope, email);
        opened(pages).get("/api/sign-in");

        pages.open(CouncilSignInTest.authorization(scope) + "&kc_action=UPDATE_PASSWORD")
                .submit(Map.of("password-new", "Three blue kettles", "password-confirm", "Three blue kettles"));
        assertThat(pages.code()).as(pages.text()).isPresent();

        eventually(SOON, () -> mails(id, "you have no password").size() == 1);
        assertThat(passwords()).isEmpty();
        assertThat(deeds(id)).contains("member password-changed");
    }

    /** The council asks for a second factor of its own, so its people are not asked for ours as well. */
    @Test
    void takesAwayTheSecondFactorOfAPersonWhoseCouncilUsesItsOwn() {
        var id = connected();
        local(id, ", " + CouncilSignInTest.APP);
        realm.add(email, List.of("Leads"), List.of("pwd"));
        link(id);
        assertThat(signInWithACode(id).get("/api/sign-in").status()).isEqualTo(200);
        assertThat(credentials()).containsExactly("otp");

        realm.change(email, List.of("Leads"), List.of("pwd", "mfa"));
        assertThat(signInWithACode(id).get("/api/sign-in").status()).isEqualTo(200);

        assertThat(credentials()).isEmpty();
        assertThat(signIn(id).get("/api/members").status()).isEqualTo(200);
    }

    /** Only a second factor of ours keeps the people who run the council's accounts out of the other council. */
    @Test
    void setsUpASecondFactorOfAPersonOfAnotherCouncilWhateverTheCouncilSays() {
        var id = connected();
        var otherId = found(aCouncil());
        realm.add(email, List.of("Hubs"), List.of("mfa"));
        assertThat(signIn(id).get("/api/sign-in").status()).isEqualTo(200);
        person(otherId.toString(), "Ida Made-up", email, "viewer");
        assertThat(signIn(id).get("/api/sign-in").status()).isEqualTo(200);

        var pages = CouncilSignInTest.byLink(id, "organization:" + council.alias(), email);

        assertThat(pages.code()).isEmpty();
        assertThat(pages.shows("id=\"totpSecret\"")).as(pages.text()).isTrue();
    }

    /** Otherwise their groups would never be read again, and they would stay after they left the council. */
    @Test
    void takesAwayThePasswordsOfItsPeopleWhenItIsTurnedOnAgain() {
        var id = connected();
        realm.add(email, List.of("Hubs"), List.of("mfa"));
        signIn(id).get("/api/sign-in");
        turn(false);
        var mailed = lead(council).post("/api/members/" + memberId() + "/one-time-password", "");
        assertThat(mailed.status()).as(mailed.text()).isEqualTo(204);
        var oneTime = passwordMailedTo(email);
        var pages = withAPassword(oneTime)
                .submit(Map.of("password-new", "Three blue kettles", "password-confirm", "Three blue kettles"));
        assertThat(opened(pages).get("/api/sign-in").status()).isEqualTo(200);
        assertThat(credentials()).containsExactly("password");

        turn(true);

        eventually(SOON, () -> credentials().isEmpty());
        eventually(SOON, () -> REALM.signIns(email) == 0);
        eventually(SOON, () -> mails(id, "you have no password").size() == 1);
        assertThat(signIn(id).get("/api/sign-in").status()).isEqualTo(200);
    }

    @Test
    void namesItsPeopleWhoKeepAPassword() {
        var id = connected();
        local(id);
        person(id.toString(), "Rosa Partner", "rosa@partner.example", "viewer");

        assertThat(lead(council).get(SETTINGS).body().path("neverCame").valueStream())
                .map(JsonNode::asString)
                .contains("Ida Local")
                .doesNotContain("Rosa Partner");
    }

    /** Their groups are read only at a sign-in through the council. */
    @Test
    void refusesAPasswordOfAPersonWhoHasComeThroughTheCouncil() {
        var id = connected();
        local(id, ", " + CouncilSignInTest.APP);
        person(found(aCouncil()).toString(), "Ida Local", email, "viewer");
        var before = opened(withAPassword(CouncilRealm.PASSWORD).submit(Map.of("otp", CouncilSignInTest.code())));
        assertThat(before.get("/api/sign-in").status()).isEqualTo(200);
        realm.add(email, List.of("Leads"), List.of("mfa"));
        link(id);
        assertThat(signInWithACode(id).get("/api/sign-in").status()).isEqualTo(200);

        var after = opened(withAPassword(CouncilRealm.PASSWORD).submit(Map.of("otp", CouncilSignInTest.code())));

        assertThat(after.get("/api/sign-in").summary()).isEqualTo("403 own-sign-in-needed");
        assertThat(before.get("/api/members").summary()).isEqualTo("403 own-sign-in-needed");
        turn(false);
        assertThat(after.get("/api/members").status()).isEqualTo(200);
    }

    @Test
    void leavesAPasswordThatIsSetWhileTheSignInIsOff() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));
        signIn(id).get("/api/sign-in");
        superuser()
                .sql("update app.sign_in_provider set enabled = false where tenant_id = ?")
                .param(id)
                .update();

        askForAPassword();
        eventually(SOON, () -> mails(id, "choose a new password").size() == 1);
        assertThat(choose(linkTo(email), "Three blue kettles").status()).isEqualTo(204);

        eventually(
                SOON, () -> mails(id, "your password for Alongside was changed").size() == 1);
        assertThat(passwords()).hasSize(1);
    }

    @Test
    void saysHowStaffSignIn() {
        connected();

        var answer = lead(council).get("/api/sign-in");

        assertThat(answer.body().path("enabled").asBoolean()).isTrue();
        assertThat(answer.body().path("domains").path(0).asString()).isEqualTo(domain);
    }

    @Test
    void saysThatTheProviderIsDown() {
        connected();
        var away = json(CouncilRealm.SECRET).replace(realm.issuer(), "http://127.0.0.1:1/realms/away");

        var tested = lead(council).post(SETTINGS + "/test", away);
        var saved = lead(council).put(SETTINGS, away, "\"2\"");

        assertThat(tested.body().toString()).contains("{\"step\":\"discovery\",\"outcome\":\"not-reached\"}");
        assertThat(saved.status()).isEqualTo(400);
    }

    @Test
    void isConnectedOnlyAfterTheOperatorHasConfirmedADomain() {
        found();

        assertThat(put(lead(council), "\"0\"", CouncilRealm.SECRET).summary()).isEqualTo("409 no-email-domain");
    }

    @Test
    void confirmsADomainAfterAChangeOfTheNameHasReachedKeycloak() throws Exception {
        var id = found();
        var lock = "select pg_advisory_xact_lock(hashtextextended('organization " + id + "', 0))";

        assertThat(whileTheirsIsUncommitted(lock, () -> confirm(id, domain)).status())
                .isEqualTo(200);
        var renamed = whileTheirsIsUncommitted(
                lock,
                () -> lead(council)
                        .put(
                                "/api/settings/name",
                                "{\"name\": \"Renamed %s\"}".formatted(council.alias()),
                                lead(council).get("/api/settings").header("ETag")));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    }

    @Test
    void takesNoDomainOfAMailServiceOrOfAnotherCouncil() {
        connected();
        var other = aCouncil();
        var id = found(other);

        assertThat(confirm(id, "gmail.com").status()).isEqualTo(400);
        assertThat(confirm(id, domain).status()).isEqualTo(400);
    }

    @Test
    void neverShowsTheSecretAndAsksForItAgainForAnotherClient() {
        connected();
        var lead = lead(council);
        var page = lead.get(SETTINGS);

        assertThat(page.text()).contains(realm.issuer()).doesNotContain(CouncilRealm.SECRET);
        assertThat(put(lead, page.header("ETag"), null).status()).isEqualTo(200);
        var other = json(null).replace("\"" + CouncilRealm.CLIENT + "\"", "\"another\"");
        var refused = lead.put(SETTINGS, other, lead.get(SETTINGS).header("ETag"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("clientSecret");
    }

    @Test
    void isTestedStepByStep() {
        connected();
        var lead = lead(council);

        assertThat(lead.post(SETTINGS + "/test", json(CouncilRealm.SECRET))
                        .body()
                        .toString())
                .contains("{\"step\":\"client\",\"outcome\":\"works\"}");
        assertThat(lead.post(SETTINGS + "/test", json("a-wrong-secret")).body().toString())
                .contains("{\"step\":\"client\",\"outcome\":\"client-rejected\"}");
    }

    private UUID connected() {
        var id = found();
        assertThat(confirm(id, domain).status()).isEqualTo(200);
        var answer = put(lead(council), "\"1\"", CouncilRealm.SECRET);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return id;
    }

    private UUID found() {
        return found(council);
    }

    private UUID found(NewCouncil founded) {
        var answer = operator().post("/api/councils", founded.json());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.body().path("council").path("id").asString());
    }

    private Http.Answer confirm(UUID id, String confirmed) {
        return operator()
                .put("/api/councils/" + id + "/email-domains", "{\"domains\": [\"" + confirmed + "\"]}", "\"0\"");
    }

    private Http.Answer put(Http lead, String version, @Nullable String secret) {
        return lead.put(SETTINGS, json(secret), version);
    }

    private String json(@Nullable String secret) {
        return """
                {"issuer": "%s", "clientId": "%s", "clientSecret": %s, "groupsClaim": "groups", "enabled": true,
                 "roles": [{"group": "Leads", "role": "lead"}, {"group": "Hubs", "role": "hub-staff"}]}""".formatted(realm.issuer(), CouncilRealm.CLIENT, secret == null ? "null" : '"' + secret + '"');
    }

    /** Waits for the next second, because the time of a sign-in has no smaller part. */
    private Http signIn(UUID id) {
        var second = Instant.now().getEpochSecond();
        eventually(Duration.ofSeconds(5), () -> Instant.now().getEpochSecond() > second);
        return opened(CouncilSignInTest.byLink(id, "organization:" + council.alias(), email));
    }

    private Http opened(KeycloakPages pages) {
        return as(CouncilSignInTest.tokens(pages).path("access_token").asString());
    }

    private Http signInWithACode(UUID id) {
        var second = Instant.now().getEpochSecond();
        eventually(Duration.ofSeconds(5), () -> Instant.now().getEpochSecond() > second);
        return opened(CouncilSignInTest.byLink(id, "organization:" + council.alias(), email)
                .submit(Map.of("otp", CouncilSignInTest.code())));
    }

    private KeycloakPages withAPassword(String password) {
        return new KeycloakPages(CouncilSignInTest.BACK)
                .open(CouncilSignInTest.authorization("organization:" + council.alias()))
                .submit(Map.of("username", email))
                .submit(Map.of("password", password));
    }

    private void turn(boolean on) {
        var lead = lead(council);
        var answer = lead.put(
                SETTINGS,
                json(null).replace("\"enabled\": true", "\"enabled\": " + on),
                lead.get(SETTINGS).header("ETag"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Links the member's account to the council's, as its owner does by their password. */
    private void link(UUID id) {
        var linked = REALM.admin()
                .post(
                        "/users/" + REALM.users(email).path(0).path("id").asString() + "/federated-identity/"
                                + IdentityProviders.alias(id),
                        "{\"userId\": \"%s\", \"userName\": \"%s\"}".formatted(realm.id(email), email));
        assertThat(linked.status()).as(linked.text()).isEqualTo(204);
    }

    private Http.Answer askForAPassword() {
        return as(null).post("/open/password-resets", "{\"email\": \"" + email + "\"}");
    }

    private static String linkTo(String email) {
        return MEMBERS.passwordMailedTo(email).orElse("").replaceFirst(".*#", "");
    }

    private Http.Answer choose(String link, String password) {
        return as(null).post(
                        "/open/password-resets/choose",
                        "{\"token\": \"" + link + "\", \"password\": \"" + password + "\"}");
    }

    /** Makes a member who has had an account with a password of ours since before the connection. */
    private void local(UUID id) {
        local(id, "");
    }

    private void local(UUID id, String moreCredentials) {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Ida", "lastName": "Local", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}%3$s]}""".formatted(email, CouncilRealm.PASSWORD, moreCredentials));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        person(id.toString(), "Ida Local", email, "lead");
    }

    private List<String> passwords() {
        return credentials().stream().filter("password"::equals).toList();
    }

    private List<String> credentials() {
        return REALM.admin()
                .get("/users/" + REALM.users(email).path(0).path("id").asString() + "/credentials")
                .body()
                .valueStream()
                .map(credential -> credential.path("type").asString())
                .toList();
    }

    private List<JsonNode> mails(UUID id, String subject) {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(email))
                .filter(mail -> mail.path("subject").asString().contains(subject))
                .toList();
    }

    private String memberId() {
        return superuser()
                .sql("select id::text from app.member where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    /** Lets a lead change the status of the person. */
    private void edit(String status) {
        var version = superuser()
                .sql("select version from app.member where email = ?")
                .param(email)
                .query(Long.class)
                .single();
        var answer = lead(council).put("/api/members/" + memberId(), """
                {"name": "Ida Made-up", "roles": ["lead"], "status": "%s"}""".formatted(status), "\"" + version + "\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<@Nullable String> deeds(UUID id) {
        return superuser()
                .sql("select kind || ' ' || action from app.audit_event where tenant_id = ? order by at")
                .param(id)
                .query(String.class)
                .list();
    }
}
