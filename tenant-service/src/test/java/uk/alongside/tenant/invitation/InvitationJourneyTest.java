package uk.alongside.tenant.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.TenantServiceTest;

/** Tests a lead's invitation, the use of its link, and every other use of a link. */
class InvitationJourneyTest extends TenantServiceTest {

    private static final Pattern LINK = Pattern.compile("/join#(\\S+)");

    private NewCouncil council;
    private String id;
    private Http lead;

    @BeforeEach
    void foundACouncilWithALead() {
        council = aCouncil();
        id = found(council);
        lead = leadOf(council, id);
    }

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void makesANewPersonAMemberWhoGetsAPasswordByMailOnly() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");

        var joined = accept(token, address("amir"));

        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.body().path("oneTimePasswordMailed").asBoolean()).isTrue();
        assertThat(joined.text()).doesNotContain(passwordMailedTo(address("amir")));
        assertThat(joined.body().path("council").asString()).isEqualTo(council.name());
        var member = memberWith(address("amir"));
        assertThat(member.path("name").asString()).isEqualTo("Amir Patel");
        assertThat(member.path("roles").toString()).isEqualTo("[\"hub-staff\"]");
        assertThat(subjectOf(member))
                .isEqualTo(REALM.users(address("amir")).path(0).path("id").asString());
        assertThat(lead.get("/api/invitations").body().path("items")).isEmpty();
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held("/internal/councils/" + id + "/members/"
                                + member.path("id").asString())
                        .path("status")
                        .asString("")
                        .equals("active"));
    }

    @Test
    void isOfTheAddressWithoutTheInvisibleCharactersOfAPastedOne() {
        var invited = lead.post("/api/invitations", """
                {"emails": ["\\u200b%s", "%s\\u00ad", "%s"], "roles": ["viewer"]}""".formatted(
                        address("amir"), council.leadEmail(), address("amir").replace("amir", "\u0430mir")));
        assertThat(invited.status()).isEqualTo(400);
        assertThat(invited.text()).contains("{\"pointer\":\"#/emails/2\",\"code\":\"TypedText\"}");

        invited = lead.post("/api/invitations", """
                {"emails": ["\\u200b%s", "%s\\u00ad"], "roles": ["viewer"]}""".formatted(address("amir"), council.leadEmail()));

        assertThat(invited.body().path("items").path(0).path("verdict").asString())
                .isEqualTo("sent");
        assertThat(invited.body().path("items").path(1).path("verdict").asString())
                .isEqualTo("already-a-member");
        assertThat(accept(mailedTo("amir"), address("amir") + "\\u200b").status())
                .isEqualTo(200);
    }

    @Test
    void tellsWhoeverHasAPasswordToSignIn() {
        var person = elsewhere();
        invite(person, "lead");

        var joined = accept(mailedTo(person), address(person));

        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.body().path("oneTimePasswordMailed").asBoolean()).isFalse();
    }

    @Test
    void showsTheHolderOfALinkNoMoreThanItsMailSays() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");

        var seen = look(token);

        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
        assertThat(seen.body().propertyNames()).containsExactlyInAnyOrder("council", "roles", "expiresAt");
        assertThat(seen.body().path("council").asString()).isEqualTo(council.name());
        assertThat(seen.text()).doesNotContain("amir").doesNotContain("Import");
    }

    @Test
    void keepsTheHashOfATokenAndNothingElseOfIt() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");

        var row = superuser()
                .sql("select i::text from app.invitation i where tenant_id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        var secret = Base64.getUrlDecoder().decode(token);
        assertThat(row).doesNotContain(token).doesNotContain(hex(secret).substring(32));
        assertThat(superuser()
                        .sql("""
                        select count(*) from app.invitation
                        where tenant_id = ?::uuid and token_hash = sha256(substring(decode(?, 'hex') from 17))""")
                        .params(id, hex(secret))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isRefusedTheSecondTime() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");
        accept(token, address("amir"));

        assertThat(accept(token, address("amir")).summary()).isEqualTo("409 invitation-used");
        assertThat(look(token).summary()).isEqualTo("409 invitation-used");
    }

    @Test
    void makesOneMemberOfTwoWhoAcceptAtOnce() throws Exception {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");

        assertThat(summaries(() -> accept(token, address("amir")), () -> accept(token, address("amir"))))
                .containsExactlyInAnyOrder("200", "409 invitation-used");
    }

    @Test
    void isRefusedAfterSevenDaysUntilItIsSentAgain() {
        invite("amir", "hub-staff");
        var old = mailedTo("amir");
        superuser()
                .sql("update app.invitation set expires_at = now() where tenant_id = ?::uuid")
                .param(id)
                .update();

        assertThat(look(old).summary()).isEqualTo("410 invitation-expired");
        assertThat(accept(old, address("amir")).summary()).isEqualTo("410 invitation-expired");
        assertThat(onlyInvitation().path("status").asString()).isEqualTo("expired");

        var again = lead.post("/api/invitations/" + onlyInvitation().path("id").asString() + "/send-again", "");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        var fresh = mailedTo("amir", 2);

        assertThat(accept(old, address("amir")).summary()).isEqualTo("404 invitation-unknown");
        assertThat(accept(fresh, address("amir")).status()).isEqualTo(200);
    }

    @Test
    void isJudgedAgainAfterAnotherLeadSentItAtTheSameMoment() throws Exception {
        invite("amir", "hub-staff");
        mailedTo("amir");
        superuser()
                .sql("update app.invitation set expires_at = now() where tenant_id = ?::uuid")
                .param(id)
                .update();

        var invited = whileTheirsIsUncommitted(
                """
                update app.invitation
                set status = 'queued', token_hash = null, expires_at = null, version = version + 1
                where tenant_id = '%s'""".formatted(id), () -> lead.post("/api/invitations", """
                {"emails": ["%s"], "roles": ["viewer"]}""".formatted(address("amir"))));

        assertThat(invited.summary()).isEqualTo("409 everyone-known");
        assertThat(onlyInvitation().path("roles").toString()).isEqualTo("[\"hub-staff\"]");
    }

    @Test
    void isUnknownWhenAnyPartOfItsLinkWasEdited() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");
        var other = aCouncil();
        var theirs = found(other);
        var bytes = Base64.getUrlDecoder().decode(token);

        var answers = new HashSet<String>();
        for (int at : new int[] {0, 15, 16, 47}) {
            var edited = bytes.clone();
            edited[at] ^= 1;
            answers.add(look(text(edited)).text());
            answers.add(accept(text(edited), address("amir")).text());
        }
        var elsewhere = bytes.clone();
        System.arraycopy(uuid(theirs), 0, elsewhere, 0, 16);
        answers.add(look(text(elsewhere)).text());
        answers.add(look(token.substring(0, 63)).text());
        answers.add(look("x").text());

        assertThat(answers).hasSize(1).allSatisfy(text -> assertThat(text).contains("invitation-unknown"));
        assertThat(look(token).status()).isEqualTo(200);
    }

    @Test
    void isOfNoUseToWhoeverItWasForwardedTo() {
        invite("amir", "lead");
        var token = mailedTo("amir");

        assertThat(accept(token, "mallory@elsewhere.example").summary()).isEqualTo("409 invitation-for-another");
        assertThat(REALM.users("mallory@elsewhere.example")).isEmpty();
        assertThat(accept(token, address("amir").toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(subjectOf(memberWith(address("amir"))))
                .isEqualTo(REALM.users(address("amir")).path(0).path("id").asString());
    }

    @Test
    void isOverAfterFiveWrongAddresses() {
        invite("amir", "lead");
        var token = mailedTo("amir");
        for (int i = 0; i < 5; i++) {
            assertThat(accept(token, "guess" + i + "@elsewhere.example").summary())
                    .isEqualTo("409 invitation-for-another");
        }

        assertThat(accept(token, address("amir")).summary()).isEqualTo("410 invitation-locked");
    }

    @Test
    void isRefusedAfterItWasTakenBack() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");
        var path = "/api/invitations/" + onlyInvitation().path("id").asString();

        assertThat(lead.post(path + "/revoke", "").status()).isEqualTo(200);

        assertThat(look(token).summary()).isEqualTo("410 invitation-revoked");
        assertThat(accept(token, address("amir")).summary()).isEqualTo("410 invitation-revoked");
        assertThat(lead.post(path + "/send-again", "").summary()).isEqualTo("410 invitation-revoked");
        assertThat(lead.get("/api/invitations").body().path("items")).isEmpty();
    }

    @Test
    void completesWhatBrokeOffAtKeycloak() {
        invite("amir", "hub-staff");
        var token = mailedTo("amir");
        KEYCLOAK.cutAfter(3);

        var broken = accept(token, address("amir"));
        KEYCLOAK.mend();

        assertThat(broken.summary()).isEqualTo("503 identity-unavailable");
        var joined = accept(token, address("amir"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.body().path("oneTimePasswordMailed").asBoolean()).isTrue();
    }

    @Test
    void goesToEachAddressOnceAndNotToMembers() {
        invite("amir", "hub-staff");

        var invited = lead.post("/api/invitations", """
                {"emails": ["%s", "%s", "%s", "%s"], "roles": ["viewer"]}""".formatted(
                        address("AMIR"), council.leadEmail(), address("beth"), address("beth")));

        var beth = invited.body().path("items").path(2).path("invitationId").asString();
        assertThat(invited.body().path("items").toString())
                .isEqualTo("""
                [{"email":"%s","verdict":"already-invited"},{"email":"%s","verdict":"already-a-member"},{"email":"%s","verdict":"sent","invitationId":"%s"}]""".formatted(address("amir"), council.leadEmail(), address("beth"), beth));
        assertThat(lead.get("/api/invitations/" + beth).body().path("email").asString())
                .isEqualTo(address("beth"));
        assertThat(mailedTo("beth")).isNotEmpty();
        assertThat(mailedTo("amir")).isNotEmpty();
        assertThat(mails("amir")).hasSize(1);
    }

    @Test
    void isMadeOnceForARepeatedRequest() {
        var request = "{\"emails\": [\"%s\"], \"roles\": [\"viewer\"]}";

        var first = lead.post("/api/invitations", request.formatted(address("amir")), "key");
        var again = lead.post("/api/invitations", request.formatted(address("amir")), "key");
        var other = lead.post("/api/invitations", request.formatted(address("beth")), "key");
        var known = lead.post("/api/invitations", request.formatted(address("amir")));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/invitations");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.summary()).isEqualTo("409 idempotency-key-reused");
        assertThat(known.summary()).isEqualTo("409 everyone-known");
        assertThat(mailedTo("amir")).isNotEmpty();
    }

    @Test
    void showsTheMailBeforeItIsSent() {
        var preview = lead.post("/api/invitations/preview", """
                {"emails": ["%s", "%s"], "roles": ["lead", "viewer"]}""".formatted(address("amir"), council.leadEmail()));

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.body().path("subject").asString())
                .isEqualTo(council.name() + ": an invitation to Alongside");
        assertThat(preview.body().path("text").asString())
                .contains("Import, a lead at " + council.name())
                .contains("Your role: lead, viewer")
                .contains(address("amir"))
                .contains("/join#…");
        assertThat(preview.body().path("addresses")).hasSize(2);
        assertThat(lead.get("/api/invitations").body().path("items")).isEmpty();
        assertThat(superuser()
                        .sql("select count(*) from app.mail where tenant_id = ?::uuid and recipient = ?")
                        .params(id, address("amir"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesToFiftyAddressesAtMost() {
        var addresses = IntStream.range(0, 51)
                .mapToObj(i -> "\"" + address("p" + i) + "\"")
                .toList();

        assertThat(lead.post(
                                "/api/invitations",
                                "{\"emails\": [" + String.join(",", addresses) + "], \"roles\": [\"viewer\"]}")
                        .body()
                        .path("errors")
                        .toString())
                .contains("#/emails");
        assertThat(lead.post("/api/invitations", """
                {"emails": ["%s", "amir"], "roles": ["viewer"]}""".formatted(address("amir")))
                        .body()
                        .path("errors")
                        .toString())
                .contains("#/emails/1");
    }

    @Test
    void isNobodysBusinessInAnotherCouncil() {
        invite("amir", "hub-staff");
        var path = "/api/invitations/" + onlyInvitation().path("id").asString();
        var other = aCouncil();
        var stranger = leadOf(other, found(other));

        assertThat(stranger.get(path).text())
                .isEqualTo(stranger.get("/api/invitations/" + UUID.randomUUID()).text())
                .contains("not-found");
        for (var verb : List.of("/send-again", "/revoke")) {
            var theirs = stranger.post(path + verb, "");
            var nobodys = stranger.post("/api/invitations/" + UUID.randomUUID() + verb, "");

            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.text()).isEqualTo(nobodys.text());
        }
        assertThat(stranger.get("/api/invitations").body().path("items")).isEmpty();
        assertThat(onlyInvitation().path("status").asString()).isNotEqualTo("revoked");
    }

    @Test
    void isForLeadsOnly() {
        var staff = memberOf(council, id, "meadowshire-import", "practitioner");

        assertThat(List.of(
                        staff.get("/api/invitations").summary(),
                        staff.post("/api/invitations", "{}").summary(),
                        staff.post("/api/invitations/preview", "{}").summary(),
                        staff.get("/api/members").summary(),
                        staff.put("/api/members/" + UUID.randomUUID(), "{}", "\"1\"")
                                .summary()))
                .containsOnly("403 not-allowed");
    }

    @Test
    void leavesTheTeamToItsLeads() {
        var team = lead.get("/api/members");
        assertThat(team.body().path("activeLeads").asInt()).isEqualTo(1);
        var lena = memberWith(council.leadEmail());
        var path = "/api/members/" + lena.path("id").asString();

        var last = lead.put(path, """
                {"name": "Lena Marsh", "roles": ["viewer"], "status": "active"}""", "\"1\"");
        assertThat(last.summary()).isEqualTo("409 last-lead");

        invite("amir", "lead");
        accept(mailedTo("amir"), address("amir"));
        assertThat(lead.get("/api/members").body().path("activeLeads").asInt()).isEqualTo(2);
        assertThat(lead.put(path, """
                {"name": "Lena Marsh", "roles": ["viewer"], "status": "suspended"}""", "\"1\"").status()).isEqualTo(200);
        assertThat(lead.put(path, """
                {"name": "Lena Marsh", "roles": ["lead"], "status": "active"}""", "\"1\"").summary()).isEqualTo("412 stale-version");
    }

    @Test
    void mailsTheNewPasswordThatALeadAsksForToTheMemberAndShowsItToNobody() {
        invite("amir", "hub-staff");
        accept(mailedTo("amir"), address("amir"));
        var first = passwordMailedTo(address("amir"));

        var renewed = lead.post(passwordOf("amir"), "");

        assertThat(renewed.status()).as(renewed.text()).isEqualTo(204);
        assertThat(renewed.text()).isEmpty();
        var second = passwordMailedTo(address("amir"), first);
        assertThat(signInWith(second, "amir")).contains("not fully set up");
        assertThat(signInWith(first, "amir")).contains("Invalid user credentials");
        assertThat(mails("amir").toString())
                .contains("one-time password: (not shown here)")
                .doesNotContain(first, second);
    }

    @Test
    void letsInAgainWhoeverForgotTheirPassword() {
        invite("amir", "hub-staff");
        accept(mailedTo("amir"), address("amir"));
        var first = passwordMailedTo(address("amir"));
        var user = REALM.users(address("amir")).path(0).path("id").asString();
        REALM.admin().put("/users/" + user, """
                {"email": "%s", "requiredActions": []}""".formatted(address("amir")), null);

        assertThat(lead.post(passwordOf("amir"), "").status()).isEqualTo(204);

        var password = passwordMailedTo(address("amir"), first);
        assertThat(signInWith(password, "amir")).contains("not fully set up");
        assertThat(signInWith(password + "x", "amir")).contains("Invalid user credentials");
    }

    @Test
    void replacesNoPasswordOfTheirOwnThatOpensAnotherCouncil() {
        var elsewhere = aCouncil();
        found(elsewhere);
        passwordMailedTo(elsewhere.leadEmail());
        var user = REALM.users(elsewhere.leadEmail()).path(0).path("id").asString();
        REALM.admin().put("/users/" + user, """
                {"email": "%s", "requiredActions": []}""".formatted(elsewhere.leadEmail()), null);
        lead.post("/api/invitations", """
                {"emails": ["%s"], "roles": ["viewer"]}""".formatted(elsewhere.leadEmail()));
        var token = mailedToAddress(elsewhere.leadEmail(), 1);
        assertThat(accept(token, elsewhere.leadEmail())
                        .body()
                        .path("oneTimePasswordMailed")
                        .asBoolean())
                .isFalse();

        var renewed = lead.post(
                "/api/members/" + memberWith(elsewhere.leadEmail()).path("id").asString() + "/one-time-password", "");

        assertThat(renewed.summary()).isEqualTo("409 ask-the-operator");
    }

    @Test
    void mailsAnotherPasswordToAMemberOfTwoCouncilsWhoHasUsedNone() {
        var elsewhere = aCouncil();
        found(elsewhere);
        var first = passwordMailedTo(elsewhere.leadEmail());
        lead.post("/api/invitations", """
                {"emails": ["%s"], "roles": ["viewer"]}""".formatted(elsewhere.leadEmail()));
        accept(mailedToAddress(elsewhere.leadEmail(), 1), elsewhere.leadEmail());
        eventually(Duration.ofMinutes(2), () -> mailsTo(elsewhere.leadEmail()).size() == 2);

        var renewed = lead.post(
                "/api/members/" + memberWith(elsewhere.leadEmail()).path("id").asString() + "/one-time-password", "");

        assertThat(renewed.status()).isEqualTo(204);
        eventually(Duration.ofMinutes(2), () -> mailsTo(elsewhere.leadEmail()).size() == 3);
        assertThat(passwordMailedTo(elsewhere.leadEmail())).isNotEqualTo(first);
    }

    @Test
    void resetsTheSecondFactorOfAMemberWhoThenSetsUpAnother() {
        invite("amir", "practitioner");
        accept(mailedTo("amir"), address("amir"));
        var user = REALM.users(address("amir")).path(0).path("id").asString();
        assertThat(realmRoles(user)).contains("second-factor");
        var member = "/api/members/" + memberWith(address("amir")).path("id").asString();
        var path = member + "/second-factor-reset";
        assertThat(lead.get(member + "/second-factor").body().toString()).isEqualTo("{\"setUp\":false,\"own\":false}");

        assertThat(lead.post(path, "{\"reason\": \"because\"}").status()).isEqualTo(400);
        var answer = lead.post(path, "{\"reason\": \"lost\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        eventually(Duration.ofMinutes(2), () -> mails("amir").toString().contains("set up your second step"));
        assertThat(realmRoles(user)).contains("second-factor");
    }

    @Test
    void requiresASecondFactorOnlyOfTheRolesThatNeedIt() {
        invite("amir", "hub-staff");
        accept(mailedTo("amir"), address("amir"));
        var user = REALM.users(address("amir")).path(0).path("id").asString();
        assertThat(realmRoles(user)).doesNotContain("second-factor");
        var path = "/api/members/" + memberWith(address("amir")).path("id").asString();

        assertThat(lead.put(path, """
                {"name": "Amir", "roles": ["hub-staff", "practitioner"], "status": "active"}""", "\"1\"").status()).isEqualTo(200);

        assertThat(realmRoles(user)).contains("second-factor");
    }

    private static String realmRoles(String user) {
        return REALM.admin().get("/users/" + user + "/role-mappings/realm").text();
    }

    private String passwordOf(String local) {
        return "/api/members/" + memberWith(address(local)).path("id").asString() + "/one-time-password";
    }

    private String signInWith(String password, String local) {
        return REALM.signIn(address(local), password);
    }

    private String found(NewCouncil council) {
        return operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
    }

    private Http leadOf(NewCouncil council, String id) {
        return memberOf(council, id, "larkshire-import", "lead");
    }

    private Http memberOf(NewCouncil council, String id, String client, String role) {
        machine(id, "Import", client, role);
        return as(REALM.token(client, "organization:" + council.alias()));
    }

    /** Makes a person of this council's domain who has an account with a password of their own. */
    private String elsewhere() {
        REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Amir", "enabled": true}""".formatted(address("known")));
        return "known";
    }

    private void invite(String local, String role) {
        var invited = lead.post("/api/invitations", """
                {"emails": ["%s"], "roles": ["%s"]}""".formatted(address(local), role));
        assertThat(invited.body().path("items").path(0).path("verdict").asString(""))
                .as(invited.text())
                .isEqualTo("sent");
    }

    private String address(String local) {
        return local + "@" + council.alias() + ".example";
    }

    private String mailedTo(String local) {
        return mailedTo(local, 1);
    }

    private String mailedTo(String local, int mails) {
        return mailedToAddress(address(local), mails);
    }

    private String mailedToAddress(String address, int mails) {
        eventually(Duration.ofMinutes(2), () -> mailsTo(address).size() == mails);
        var link = LINK.matcher(mailsTo(address).getFirst().path("text").asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<JsonNode> mails(String local) {
        return mailsTo(address(local));
    }

    private List<JsonNode> mailsTo(String address) {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(address))
                .toList();
    }

    private JsonNode onlyInvitation() {
        var invitations = lead.get("/api/invitations").body().path("items");
        assertThat(invitations).hasSize(1);
        return invitations.path(0);
    }

    private JsonNode memberWith(String email) {
        return lead.get("/api/members")
                .body()
                .path("items")
                .valueStream()
                .filter(member -> member.path("email").asString("").equals(email))
                .findFirst()
                .orElseThrow();
    }

    private String subjectOf(JsonNode member) {
        return superuser()
                .sql("select subject from app.member where id = ?::uuid and issuer = ?")
                .params(member.path("id").asString(), REALM.issuer())
                .query(String.class)
                .single();
    }

    private Answer look(String token) {
        return as(null).post("/open/invitations/preview", "{\"token\": \"" + token + "\"}");
    }

    private Answer accept(String token, String email) {
        return as(null).post("/open/invitations/accept", """
                {"token": "%s", "email": "%s", "name": "Amir Patel"}""".formatted(token, email));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static byte[] uuid(String id) {
        return java.util.HexFormat.of().parseHex(id.replace("-", ""));
    }

    private static List<String> summaries(Callable<Answer> one, Callable<Answer> other) throws InterruptedException {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            return both.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .map(Answer::summary)
                    .toList();
        }
    }
}
