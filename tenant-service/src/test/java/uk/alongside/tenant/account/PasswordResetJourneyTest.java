package uk.alongside.tenant.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

@ExtendWith(OutputCaptureExtension.class)
class PasswordResetJourneyTest extends TenantServiceTest {

    private static final String RESETS = "/open/password-resets";
    private static final String OWN = "Made-up-kettle-4711";
    private static final String NEW = "Three blue kettles";
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Keycloak's answer to a right password of an account that has nothing else to do. */
    private static final String SIGNED_IN = "";

    private NewCouncil council;
    private String id;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        member("amir");
    }

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void givesAMemberANewPasswordByTheLinkInTheirMail() {
        var token = linkFor("amir");
        assertThat(look(token).summary()).isEqualTo("200");
        assertThat(look(token).body().path("email").asString()).isEqualTo(email("amir"));
        assertThat(look(token).header("Cache-Control")).isEqualTo("no-store");

        assertThat(choose(token, NEW).summary()).isEqualTo("204");

        assertThat(REALM.signIn(email("amir"), NEW)).isEqualTo(SIGNED_IN);
        assertThat(REALM.signIn(email("amir"), OWN)).isEqualTo("Invalid user credentials");
        eventually(SOON, () -> mails("amir", "was changed").size() == 1);
        assertThat(deeds()).contains("member password-link-asked", "member password-chosen");
    }

    @Test
    void answersTheSameForAKnownAndAnUnknownAddress(CapturedOutput output) {
        var known = ask(email("amir"));
        var unknown = ask(email("nobody-of-this-name"));

        assertThat(known.status()).isEqualTo(204);
        assertThat(unknown.status()).isEqualTo(204);
        assertThat(unknown.text()).isEqualTo(known.text()).isEmpty();
        assertThat(headers(unknown)).isEqualTo(headers(known));
        assertThat(ask("no address").summary()).isEqualTo("400 invalid");
        assertThat(output.getAll()).doesNotContain("nobody-of-this-name");
    }

    /** The look-up is long over its time when the answer is there. */
    @Test
    void answersBeforeKeycloakDoes() {
        KEYCLOAK.cutAfter(0);

        assertThat(ask(email("amir")).status()).isEqualTo(204);
    }

    @Test
    void keepsTheLinkFromTheOperatorWhoReadsKeptMail() {
        var token = linkFor("amir");

        var mail = mails("amir", "choose a new password").getFirst();

        assertThat(mail.path("text").asString()).contains("(not shown here)").doesNotContain(token);
    }

    @Test
    void worksOnce() {
        var token = linkFor("amir");
        choose(token, NEW);

        assertThat(choose(token, "Four green kettles").summary()).isEqualTo("409 password-link-used");
        assertThat(look(token).summary()).isEqualTo("409 password-link-used");
        assertThat(REALM.signIn(email("amir"), NEW)).isEqualTo(SIGNED_IN);
    }

    @Test
    void worksForAnHour() {
        var token = linkFor("amir");
        superuser()
                .sql(
                        "update app.password_reset set expires_at = now() - interval '1 second' where token_hash is not null")
                .update();

        assertThat(look(token).summary()).isEqualTo("410 password-link-expired");
        assertThat(choose(token, NEW).summary()).isEqualTo("410 password-link-expired");
        assertThat(REALM.signIn(email("amir"), OWN)).isEqualTo(SIGNED_IN);
    }

    @Test
    void worksOnlyInTheNewestMail() {
        var first = linkFor("amir");
        ask(email("amir"));
        var second = tokenOf(passwordMailedTo(email("amir"), linkOf(first)));

        assertThat(choose(first, NEW).summary()).isEqualTo("404 password-link-unknown");
        assertThat(choose(second, NEW).status()).isEqualTo(204);
    }

    @Test
    void isNothingThatCanBeGuessed() {
        linkFor("amir");

        assertThat(choose("x", NEW).summary()).isEqualTo("404 password-link-unknown");
        assertThat(choose("A".repeat(64), NEW).summary()).isEqualTo("404 password-link-unknown");
    }

    @Test
    void sendsNoMoreThanThreeMailsInAnHour() {
        for (int mail = 1; mail <= PasswordResets.MAILS; mail++) {
            int so = mail;
            ask(email("amir"));
            eventually(SOON, () -> mails("amir", "choose a new password").size() == so);
        }

        ask(email("amir"));
        member("una");
        ask(email("una"));
        eventually(SOON, () -> mails("una", "choose a new password").size() == 1);

        assertThat(mails("amir", "choose a new password")).hasSize(PasswordResets.MAILS);
        superuser()
                .sql("update app.password_reset set counted_since = now() - interval '61 minutes'")
                .update();
        ask(email("amir"));
        eventually(SOON, () -> mails("amir", "choose a new password").size() == PasswordResets.MAILS + 1);
    }

    @Test
    void refusesPasswordsThatTheFirstPasswordMayNotBeEither() {
        var token = linkFor("amir");

        assertThat(problem(choose(token, "too short"))).isEqualTo("TooShort");
        assertThat(problem(choose(token, "x".repeat(129)))).isEqualTo("TooLong");
        assertThat(problem(choose(token, "Alongside2026!"))).isEqualTo("EasyToGuess");
        assertThat(problem(choose(token, email("amir")))).isEqualTo("IsTheAddress");

        assertThat(REALM.signIn(email("amir"), OWN)).isEqualTo(SIGNED_IN);
        assertThat(choose(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void canBeRepeatedWhenKeycloakDidNotAnswer() {
        var token = linkFor("amir");
        KEYCLOAK.cutAfter(0);
        assertThat(choose(token, NEW).summary()).isEqualTo("503 identity-unavailable");

        KEYCLOAK.mend();

        assertThat(choose(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void leavesTheSecondFactor() {
        memberWithAnApp("nia");
        var token = linkFor("nia");
        var account = REALM.users(email("nia")).path(0).path("id").asString();
        var before = credentials(account);

        choose(token, NEW);

        assertThat(before).contains("otp");
        assertThat(credentials(account)).isEqualTo(before);
    }

    @Test
    void endsTheTimeForAPasswordThatWasMailed() {
        var lead = council.leadEmail();
        passwordMailedTo(lead);
        ask(lead);
        var token = tokenOf(eventuallyLinkTo(lead));

        assertThat(choose(token, NEW).status()).isEqualTo(204);

        assertThat(REALM.users(lead).path(0).path("requiredActions")).isEmpty();
        assertThat(MEMBERS.passwordMailedTo(lead)).isEmpty();
    }

    @Test
    void isNotForAMemberWhoWasSuspended() {
        var token = linkFor("amir");
        superuser()
                .sql("update app.member set status = 'suspended' where email = ?")
                .param(email("amir"))
                .update();

        assertThat(choose(token, NEW).summary()).isEqualTo("404 password-link-unknown");
        assertThat(REALM.signIn(email("amir"), OWN)).isEqualTo(SIGNED_IN);
    }

    @Test
    void isNotForAnOperator() {
        var account = REALM.users(email("amir")).path(0).path("id").asString();
        var role = REALM.admin().get("/roles/operator").text();
        REALM.admin().post("/users/" + account + "/role-mappings/realm", "[" + role + "]");

        ask(email("amir"));
        member("una");
        ask(email("una"));
        eventually(SOON, () -> mails("una", "choose a new password").size() == 1);

        assertThat(mails("amir", "choose a new password")).isEmpty();
    }

    /** Makes a member with a password of their own. */
    private void member(String local) {
        member(local, "");
    }

    /** Makes a member with a password of their own and an authenticator app. */
    private void memberWithAnApp(String local) {
        member(local, """
                , {"type": "otp", "userLabel": "Authenticator app", "secretData": "{\\"value\\": \\"made-up-secret\\"}",
                   "credentialData":
                     "{\\"subType\\": \\"totp\\", \\"digits\\": 6, \\"period\\": 30, \\"algorithm\\": \\"HmacSHA1\\"}"}""");
    }

    private void member(String local, String more) {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Amir", "lastName": "Made-up", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false} %3$s]}""".formatted(email(local), OWN, more));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        person(id, "Amir Made-up", email(local), "hub-staff");
    }

    private String linkFor(String local) {
        ask(email(local));
        return tokenOf(eventuallyLinkTo(email(local)));
    }

    private String eventuallyLinkTo(String email) {
        eventually(
                SOON,
                () -> MEMBERS.passwordMailedTo(email)
                        .filter(link -> link.contains("/new-password#"))
                        .isPresent());
        return MEMBERS.passwordMailedTo(email).orElseThrow();
    }

    private static String tokenOf(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    private static String linkOf(String token) {
        return "http://localhost:8080/new-password#" + token;
    }

    private Http.Answer ask(String email) {
        return as(null).post(RESETS, "{\"email\": \"" + email + "\"}");
    }

    private Http.Answer look(String token) {
        return as(null).post(RESETS + "/preview", "{\"token\": \"" + token + "\"}");
    }

    private Http.Answer choose(String token, String password) {
        return as(null).post(RESETS + "/choose", "{\"token\": \"" + token + "\", \"password\": \"" + password + "\"}");
    }

    private static String problem(Http.Answer answer) {
        return answer.body().path("errors").path(0).path("code").asString();
    }

    private static List<String> headers(Http.Answer answer) {
        return List.of(answer.header("Cache-Control"), answer.header("X-Content-Type-Options"));
    }

    private static List<String> credentials(String account) {
        return REALM.admin()
                .get("/users/" + account + "/credentials")
                .body()
                .valueStream()
                .map(credential -> credential.path("type").asString())
                .toList();
    }

    private List<JsonNode> mails(String local, String subject) {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(email(local)))
                .filter(mail -> mail.path("subject").asString().contains(subject))
                .toList();
    }

    private List<@Nullable String> deeds() {
        return superuser()
                .sql("select kind || ' ' || action from app.audit_event where tenant_id::text = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private String email(String local) {
        return local + "@" + council.alias() + ".example";
    }
}
