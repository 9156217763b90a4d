package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.localstack.LocalStack;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.TenantServiceTest;

class MembershipJourneyTest extends TenantServiceTest {

    private static final String LEAD_NO_MORE = """
            {"name": "Lena Marsh", "roles": ["viewer"], "status": "active"}""";

    private static final String SUSPENDED_LEAD = """
            {"name": "Lena Marsh", "roles": ["lead"], "status": "suspended"}""";

    @Autowired
    private MembershipService service;

    private NewCouncil council;
    private String id;
    private String members;
    private String lena;
    private Http lead;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        var founded = operator().post("/api/councils", council.json()).body();
        id = founded.path("council").path("id").asString();
        members = "/api/councils/" + id + "/members";
        lena = founded.path("firstLead").path("id").asString();
        lead = lead(council);
    }

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void resetsNoSecondFactorOfAFirstLeadWhoseAccountOpensAnotherCouncil() {
        var another = aCouncil();
        var founded = operator()
                .post("/api/councils", another.json().replace(another.leadEmail(), council.leadEmail()))
                .body();
        var path = "/api/councils/" + founded.path("council").path("id").asString() + "/members/"
                + founded.path("firstLead").path("id").asString();

        var reset = operator().post(path + "/second-factor-reset", "{\"reason\": \"lost\"}");

        assertThat(reset.summary()).isEqualTo("409 ask-the-operator");
    }

    @Test
    void appointsAnotherFirstLeadInPlaceOfOneWhoHasNotSignedIn() {
        var hers = passwordMailedTo(council.leadEmail());

        var appointed = operator().post(members, person("priya"));

        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(appointed.body().path("oneTimePasswordMailed").asBoolean()).isTrue();
        assertThat(appointed.body().path("member").path("roles").toString()).isEqualTo("[\"lead\"]");
        assertThat(activeLeads()).containsExactly("priya@" + council.alias() + ".example");
        var password = passwordMailedTo(email("priya"));
        assertThat(appointed.text()).doesNotContain(password);
        assertThat(signIn(email("priya"), password)).contains("not fully set up");
        assertThat(signIn(council.leadEmail(), hers)).contains("Invalid user credentials");
        assertThat(REALM.admin().get("/organizations/" + id + "/members").text())
                .contains(email("priya"))
                .doesNotContain(council.leadEmail());
        eventually(
                Duration.ofMinutes(3),
                () -> held(lena).path("status").asString("").equals("suspended"));
        eventually(Duration.ofMinutes(2), () -> subjectsTo(council.leadEmail()).size() == 2);
        assertThat(subjectsTo(council.leadEmail())).first().asString().contains("another person is now the first lead");
    }

    /** Tests the first page that a member opens after a start: its requests come together, and each queues the same check. */
    @Test
    void checksTheSecondFactorForRequestsOfTheSameMoment() throws Exception {
        var member = new MemberId(UUID.fromString(person(id, "Nia Made-up", email("nia"), "practitioner")));
        Callable<Boolean> check = () -> {
            CouncilContext.run(UUID.fromString(id), () -> service.checkSecondFactor(member));
            return true;
        };

        try (var theirs = LocalStack.forTests()
                        .postgres()
                        .superuser(DATABASE.name())
                        .getConnection();
                var statement = theirs.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            theirs.setAutoCommit(false);
            // The queue can be read and not written, so that no check sees another's row before all have looked.
            statement.execute("lock table ops.scheduled_tasks in share row exclusive mode");
            var checks = Stream.generate(() -> threads.submit(check)).limit(4).toList();
            untilSoManyWait(4);
            theirs.commit();
            for (var done : checks) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void appointsNoOtherLeadOnceOneHasSignedIn() {
        superuser()
                .sql("update app.member set signed_in_at = now() where id = ?::uuid")
                .param(lena)
                .update();

        assertThat(operator().post(members, person("priya")).summary()).isEqualTo("409 lead-has-signed-in");
        assertThat(operator()
                        .post(members + "/" + lena + "/one-time-password", "")
                        .summary())
                .isEqualTo("409 has-signed-in");
        assertThat(activeLeads()).containsExactly(council.leadEmail());
    }

    @Test
    void recordsTheFirstRequestOfAMember() {
        var machine = superuser()
                .sql("select id::text from app.member where tenant_id = ?::uuid and client_id is not null")
                .param(id)
                .query(String.class)
                .single();
        assertThat(signedIn(machine)).isFalse();

        lead.get("/api/settings");

        assertThat(signedIn(machine)).isTrue();
        assertThat(signedIn(lena)).isFalse();
    }

    @Test
    void leavesOneLeadOfTwoAppointmentsAtOnce() throws Exception {
        var operator = operator();

        assertThat(summaries(
                        () -> operator.post(members, person("priya")), () -> operator.post(members, person("amir"))))
                .containsOnly("201");

        assertThat(activeLeads()).hasSize(1).doesNotContain(council.leadEmail());
    }

    @Test
    void appointsAPersonAgainWhoWasReplaced() {
        operator().post(members, person("priya"));
        var before = passwordMailedTo(email("priya"));

        var again = operator().post(members, person("lead"));

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.body().path("member").path("id").asString()).isEqualTo(lena);
        assertThat(activeLeads()).containsExactly(council.leadEmail());
        assertThat(signIn(email("priya"), before)).contains("Invalid user credentials");
    }

    @Test
    void appointsNoPersonTwiceNorAMachineNorAnotherRole() {
        var twice = operator().post(members, person("lead"));
        var machine = operator().post(members, """
                {"name": "Venue import", "clientId": "larkshire-import", "roles": ["lead"]}""");
        var viewer = operator().post(members, person("priya").replaceFirst("\\{", "{\"roles\": [\"viewer\"], "));

        assertThat(twice.summary()).isEqualTo("409 already-a-member");
        assertThat(machine.summary()).isEqualTo("400 invalid");
        assertThat(viewer.body().path("member").path("roles").toString()).isEqualTo("[\"lead\"]");
    }

    @Test
    void appointsNoLeadWithoutKeycloakAndOneWhenItIsBack() {
        var operator = operator();
        KEYCLOAK.cutAfter(3);
        var broken = operator.post(members, person("priya"));
        KEYCLOAK.mend();

        assertThat(broken.summary()).isEqualTo("503 identity-unavailable");
        assertThat(activeLeads()).containsExactly(council.leadEmail());
        assertThat(operator().post(members, person("priya")).status()).isEqualTo(201);
    }

    @Test
    void mailsEveryOtherLeadThatAMemberHasBecomeALead() {
        var priya = person(id, "Priya Hollis", email("priya"), "hub-staff");

        lead.put("/api/members/" + priya, """
                {"name": "Priya Hollis", "roles": ["lead"], "status": "active"}""", "\"1\"");

        eventually(
                Duration.ofMinutes(2),
                () -> subjectsTo(council.leadEmail()).contains(council.name() + ": Priya Hollis is now a lead"));
        assertThat(subjectsTo(email("priya"))).isEmpty();
    }

    @Test
    void listsAndChangesMembersWithoutKeycloak() {
        lead.get("/api/settings");
        KEYCLOAK.cutAfter(0);

        assertThat(lead.get("/api/members").status()).isEqualTo(200);
        assertThat(lead.put("/api/members/" + lena, SUSPENDED_LEAD.replace("suspended", "active"), "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheLastActiveLead() {
        assertThat(lead.put("/api/members/" + lena, LEAD_NO_MORE, "\"1\"").summary())
                .isEqualTo("409 last-lead");
        assertThat(lead.put("/api/members/" + lena, SUSPENDED_LEAD, "\"1\"").summary())
                .isEqualTo("409 last-lead");
        assertThat(version(lena)).isEqualTo(1);
    }

    @Test
    void letsALeadGoWhenThereIsAnother() {
        person(id, "Priya Hollis", email("priya"), "lead");

        assertThat(lead.put("/api/members/" + lena, SUSPENDED_LEAD, "\"1\"").status())
                .isEqualTo(200);
    }

    @Test
    void keepsOneOfTwoLeadsWhoStepDownAtOnce() throws Exception {
        var other = person(id, "Priya Hollis", email("priya"), "lead");

        for (int round = 0; round < 10; round++) {
            assertThat(summaries(
                            () -> lead.put("/api/members/" + lena, LEAD_NO_MORE, "\"" + version(lena) + "\""),
                            () -> lead.put("/api/members/" + other, LEAD_NO_MORE, "\"" + version(other) + "\"")))
                    .as("round %s", round)
                    .containsExactlyInAnyOrder("200", "409 last-lead");
            for (var member : List.of(lena, other)) {
                lead.put(
                        "/api/members/" + member,
                        SUSPENDED_LEAD.replace("suspended", "active"),
                        "\"" + version(member) + "\"");
            }
        }
    }

    @Test
    void showsTheLaterVersionToTheCallerWhoCameSecond() {
        var path = "/api/members/" + person(id, "Priya Hollis", email("priya"), "hub-staff");
        var viewer = """
                {"name": "Priya Hollis", "roles": ["viewer"], "status": "active"}""";
        lead.put(path, viewer, "\"1\"");

        var second = lead.put(path, viewer.replace("viewer", "lead"), "\"1\"");

        assertThat(second.summary()).isEqualTo("412 stale-version");
        assertThat(second.body().path("current").path("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(lead.put(path, viewer, null).summary()).isEqualTo("428 if-match-required");
    }

    @Test
    void neverTouchesAMemberOfAnotherCouncil() {
        var elsewhere = aCouncil();
        var other = operator().post("/api/councils", elsewhere.json()).body();
        var theirs = "/api/councils/" + other.path("council").path("id").asString() + "/members/" + lena;

        var changed = lead(elsewhere).put("/api/members/" + lena, LEAD_NO_MORE, "\"1\"");
        var absent = operator().get(members + "/" + UUID.randomUUID());
        var renewed = operator().post(theirs + "/one-time-password", "");

        assertThat(changed.status()).isEqualTo(404);
        assertThat(changed.text()).isEqualTo(absent.text()).isEqualTo(renewed.text());
        assertThat(version(lena)).isEqualTo(1);
    }

    @Test
    void mailsTheFirstLeadAnotherPassword() {
        var first = passwordMailedTo(council.leadEmail());

        var renewed = operator().post(members + "/" + lena + "/one-time-password", "");

        assertThat(renewed.status()).isEqualTo(204);
        assertThat(renewed.text()).isEmpty();
        var second = passwordMailedTo(council.leadEmail(), first);
        assertThat(signIn(council.leadEmail(), second)).contains("not fully set up");
        assertThat(signIn(council.leadEmail(), first)).contains("Invalid user credentials");
    }

    @Test
    void endsTheSignInsOfAMemberWhoIsSuspended() {
        signInAsLena();
        person(id, "Priya Hollis", email("priya"), "lead");

        assertThat(lead.put("/api/members/" + lena, SUSPENDED_LEAD, "\"1\"").status())
                .isEqualTo(200);

        eventually(Duration.ofMinutes(2), () -> REALM.signIns(council.leadEmail()) == 0);
    }

    @Test
    void endsTheSignInsByAPasswordThatIsReplaced() {
        signInAsLena();

        assertThat(lead.post("/api/members/" + lena + "/one-time-password", "").status())
                .isEqualTo(204);

        eventually(Duration.ofMinutes(2), () -> REALM.signIns(council.leadEmail()) == 0);
    }

    private void signInAsLena() {
        var password = passwordMailedTo(council.leadEmail());
        chooseAPassword();
        assertThat(signIn(council.leadEmail(), password)).isEmpty();
        assertThat(REALM.signIns(council.leadEmail())).isOne();
    }

    @Test
    void renewsNoPasswordThatALeadHasChosen() {
        passwordMailedTo(council.leadEmail());
        chooseAPassword();

        assertThat(operator()
                        .post(members + "/" + lena + "/one-time-password", "")
                        .summary())
                .isEqualTo("409 has-signed-in");
    }

    @Test
    void removesAPasswordThatWasNotUsedInTime() {
        var password = passwordMailedTo(council.leadEmail());
        assertThat(signIn(council.leadEmail(), password)).contains("not fully set up");
        assertThat(expiries("true")).isEqualTo(1);
        assertThat(expiries("execution_time > now() + interval '71 hours'")).isEqualTo(1);

        expireNow();

        assertThat(signIn(council.leadEmail(), password)).contains("Invalid user credentials");
        assertThat(MEMBERS.passwordMailedTo(council.leadEmail())).isEmpty();
    }

    @Test
    void leavesAPasswordThatWasMailedLater() {
        var first = passwordMailedTo(council.leadEmail());
        operator().post(members + "/" + lena + "/one-time-password", "");
        var second = passwordMailedTo(council.leadEmail(), first);
        assertThat(expiries("true")).isEqualTo(2);

        superuser().sql("""
                        update ops.scheduled_tasks set execution_time = now()
                        where task_name = 'password-expiry' and task_instance = (
                            select min(task_instance) from ops.scheduled_tasks where task_instance like 'password/' || ? || '%')""").param(id).update();
        eventually(Duration.ofMinutes(2), () -> expiries("true") == 1);

        assertThat(signIn(council.leadEmail(), second)).contains("not fully set up");
    }

    @Test
    void leavesAPasswordThatItsOwnerHasChosen() {
        var password = passwordMailedTo(council.leadEmail());
        chooseAPassword();

        expireNow();

        assertThat(signIn(council.leadEmail(), password)).doesNotContain("Invalid user credentials");
    }

    @Test
    void keepsAPasswordWhereTheServiceCannotReadIt() {
        var password = passwordMailedTo(council.leadEmail());

        assertThat(superuser()
                        .sql("select has_column_privilege('tenant_app', 'app.mail', 'one_time_password', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(operator().get("/api/councils/" + id + "/mail").text())
                .contains("one-time password: (not shown here)")
                .doesNotContain(password);
    }

    @Test
    void takesANameOfAnyScriptAndWithAnySign() {
        var name = "Siân (Annie) O’Brien-Åkesson 王 & co";

        var added = operator().post(members, person("sian").replace("Priya Hollis", name));

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.body().path("member").path("name").asString()).isEqualTo(name);
    }

    @Test
    void ignoresIdsThatABodyBrings() {
        var added = operator().post(members, person("priya").replaceFirst("\\{", """
                {"id": "%1$s", "tenantId": "%1$s", "tenant_id": "%1$s", "subject": "x", "version": 99, "status": "suspended",
                """.formatted(UUID.randomUUID())));

        var member = added.body().path("member");
        assertThat(member.path("version").asInt()).isEqualTo(1);
        assertThat(member.path("status").asString()).isEqualTo("active");
        assertThat(superuser()
                        .sql("select tenant_id::text from app.member where id = ?::uuid")
                        .param(member.path("id").asString())
                        .query(String.class)
                        .single())
                .isEqualTo(id);
    }

    private void chooseAPassword() {
        var user = REALM.users(council.leadEmail()).path(0).path("id").asString();
        REALM.admin().put("/users/" + user, """
                {"email": "%s", "requiredActions": []}""".formatted(council.leadEmail()), null);
    }

    private void expireNow() {
        superuser()
                .sql(
                        "update ops.scheduled_tasks set execution_time = now() where task_instance like 'password/' || ? || '%'")
                .param(id)
                .update();
        eventually(Duration.ofMinutes(2), () -> expiries("true") == 0);
    }

    private int expiries(String which) {
        return superuser()
                .sql(
                        "select count(*) from ops.scheduled_tasks where task_name = 'password-expiry' and task_instance like"
                                + " 'password/' || ? || '%' and " + which)
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static String signIn(String email, String password) {
        return REALM.signIn(email, password);
    }

    private List<String> activeLeads() {
        return operator()
                .get(members)
                .body()
                .path("items")
                .valueStream()
                .filter(member -> member.has("email"))
                .filter(member -> member.path("status").asString().equals("active"))
                .map(member -> member.path("email").asString())
                .toList();
    }

    private List<String> subjectsTo(String email) {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(email))
                .map(mail -> mail.path("subject").asString())
                .toList();
    }

    private boolean signedIn(String member) {
        return operator().get(members + "/" + member).body().path("signedIn").asBoolean();
    }

    private int version(String member) {
        return operator().get(members + "/" + member).body().path("version").asInt();
    }

    private JsonNode held(String member) {
        return PEER.held("/internal/councils/" + id + "/members/" + member);
    }

    private String email(String local) {
        return local + "@" + council.alias() + ".example";
    }

    private String person(String local) {
        return """
                {"name": "Priya Hollis", "email": "%s"}""".formatted(email(local));
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
