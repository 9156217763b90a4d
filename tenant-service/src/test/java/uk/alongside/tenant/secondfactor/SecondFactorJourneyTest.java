package uk.alongside.tenant.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class SecondFactorJourneyTest extends TenantServiceTest {

    private static final String RULE = "/api/settings/second-factor";
    private static final Duration SOON = Duration.ofMinutes(2);

    @Autowired
    private SecondFactorSweep sweep;

    private NewCouncil council;
    private String id;
    private Http lead;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = lead(council);
    }

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void asksALeadOfBeforeTheUpgradeWhoHasMadeNoRequestSince() {
        member("amir", "viewer");
        takeTheRoleAway(council.leadEmail());

        sweep.forEveryCouncil();

        eventually(SOON, () -> isAsked(council.leadEmail()));
        assertThat(isAsked(email("amir"))).isFalse();
    }

    @Test
    void asksALeadOfBeforeTheUpgradeOnceKeycloakAnswers() {
        takeTheRoleAway(council.leadEmail());
        KEYCLOAK.cutAfter(0);
        sweep.forEveryCouncil();

        KEYCLOAK.mend();

        eventually(SOON, () -> isAsked(council.leadEmail()));
    }

    @Test
    void sweepsACouncilOnce() {
        sweep.forEveryCouncil();
        eventually(SOON, () -> checksQueued() == 0);

        sweep.forEveryCouncil();

        assertThat(checksQueued()).isZero();
    }

    @Test
    void asksEveryMemberAfterTheirMailWhenALeadDecidesSo() {
        member("amir", "hub-staff");
        assertThat(lead.get(RULE).body().toString()).isEqualTo("{\"everybody\":false,\"version\":0}");

        var changed = lead.put(RULE, "{\"everybody\": true}", "\"0\"");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.body().toString()).isEqualTo("{\"everybody\":true,\"version\":1}");
        eventually(SOON, () -> isAsked(email("amir")));
        assertThat(noticesTo(email("amir"))).isEqualTo(1);
        assertThat(noticesTo(council.leadEmail())).isZero();
    }

    @Test
    void asksAMemberWhoJoinsLaterToo() {
        lead.put(RULE, "{\"everybody\": true}", "\"0\"");
        var amir = member("amir", "hub-staff");
        var path = "/api/members/" + amir;
        lead.put(path, body("suspended"), "\"1\"");

        lead.put(path, body("active"), "\"2\"");

        eventually(SOON, () -> isAsked(email("amir")));
    }

    @Test
    void asksOnlyLeadsAndPractitionersAfterALeadHasDecidedSoAgain() {
        member("amir", "hub-staff");
        lead.put(RULE, "{\"everybody\": true}", "\"0\"");
        eventually(SOON, () -> isAsked(email("amir")));

        assertThat(lead.put(RULE, "{\"everybody\": false}", "\"1\"").status()).isEqualTo(200);

        eventually(SOON, () -> !isAsked(email("amir")));
        assertThat(isAsked(council.leadEmail())).isTrue();
    }

    @Test
    void keepsTheDecisionOfTheLeadWhoWasFirst() {
        lead.put(RULE, "{\"everybody\": true}", "\"0\"");

        var late = lead.put(RULE, "{\"everybody\": false}", "\"0\"");

        assertThat(late.summary()).isEqualTo("412 stale-version");
        assertThat(late.body().path("current").path("everybody").asBoolean()).isTrue();
    }

    @Test
    void keepsTheDecisionWhenTheCouncilIsSweptAfterIt() {
        lead.put(RULE, "{\"everybody\": true}", "\"0\"");

        sweep.forEveryCouncil();

        assertThat(lead.get(RULE).body().toString()).isEqualTo("{\"everybody\":true,\"version\":1}");
    }

    @Test
    void takesTheFirstDecisionAfterTheSweep() {
        sweep.forEveryCouncil();

        assertThat(lead.put(RULE, "{\"everybody\": true}", "\"0\"").status()).isEqualTo(200);
    }

    private String member(String local, String role) {
        var person = person(id, "Amir Made-up", email(local), role);
        takeTheRoleAway(email(local));
        return person;
    }

    private static String body(String status) {
        return """
                {"name": "Amir Made-up", "roles": ["hub-staff"], "status": "%s"}""".formatted(status);
    }

    private String email(String local) {
        return local + "@" + council.alias() + ".example";
    }

    /** Makes an account one from before the upgrade, when Keycloak had no such role. */
    private static void takeTheRoleAway(String email) {
        var roles = "/users/" + user(email) + "/role-mappings/realm";
        var given = REALM.admin().get(roles).body();
        given.valueStream()
                .filter(role -> role.path("name").asString().equals("second-factor"))
                .forEach(role -> remove(roles, role.toString()));
        assertThat(isAsked(email)).isFalse();
    }

    private static void remove(String roles, String role) {
        var admin = REALM.admin();
        admin.send(admin.request(roles)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString("[" + role + "]")));
    }

    private static boolean isAsked(String email) {
        return REALM.admin()
                .get("/users/" + user(email) + "/role-mappings/realm")
                .text()
                .contains("second-factor");
    }

    private static String user(String email) {
        return REALM.users(email).path(0).path("id").asString();
    }

    private long noticesTo(String email) {
        return superuser()
                .sql("select count(*) from app.mail where recipient = ? and subject like '%a code from an app%'")
                .param(email)
                .query(Long.class)
                .single();
    }

    private long checksQueued() {
        return superuser()
                .sql("select count(*) from ops.scheduled_tasks where task_instance like ?")
                .param("second-factor/" + id + "/%")
                .query(Long.class)
                .single();
    }
}
