package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.TenantServiceTest;

class MembershipJourneyTest extends TenantServiceTest {

    private static final String LEAD_NO_MORE = """
            {"name": "Lena Marsh", "roles": ["viewer"], "status": "active"}""";

    private static final String SUSPENDED_LEAD = """
            {"name": "Lena Marsh", "roles": ["lead"], "status": "suspended"}""";

    private NewCouncil council;
    private String id;
    private String members;
    private String lead;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        var founded = operator().post("/api/councils", council.json()).body();
        id = founded.path("council").path("id").asString();
        members = "/api/councils/" + id + "/members";
        lead = founded.path("firstLead").path("id").asString();
    }

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void addsAPersonAndTellsThePeer() {
        var added = operator().post(members, person("priya"));

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.body().path("oneTimePassword").asString()).isNotEmpty();
        var member = added.body().path("member");
        assertThat(operator().get(members).body().path("items"))
                .hasSize(2)
                .anySatisfy(listed -> assertThat(listed).isEqualTo(member));
        eventually(
                Duration.ofMinutes(3),
                () -> held(member.path("id").asString())
                        .path("roles")
                        .toString()
                        .equals("[\"hub-staff\"]"));
    }

    @Test
    void addsAMachineClient() {
        var added = operator().post(members, """
                {"name": "Venue import", "clientId": "larkshire-import", "roles": ["lead"]}""");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.body().has("oneTimePassword")).isFalse();
        assertThat(added.body().path("member").path("clientId").asString()).isEqualTo("larkshire-import");
        eventually(
                Duration.ofMinutes(3),
                () -> held(added.body().path("member").path("id").asString())
                        .path("subject")
                        .asString()
                        .equals(REALM.serviceAccount("larkshire-import")));
    }

    @Test
    void refusesAMachineClientThatIsNotThere() {
        var added = operator().post(members, """
                {"name": "Venue import", "clientId": "absent", "roles": ["lead"]}""");

        assertThat(added.summary()).isEqualTo("400 invalid");
        var error = added.body().path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("#/clientId");
        assertThat(error.path("code").asString()).isEqualTo("NoSuchClient");
    }

    @Test
    void refusesWhoIsAMemberAlreadyAndLeavesTheirPasswordAlone() {
        var first = operator().post(members, person("priya"));
        var before = REALM.users("priya@" + council.alias() + ".example");

        var second = operator().post(members, person("Priya"));

        assertThat(second.summary()).isEqualTo("409 already-a-member");
        assertThat(first.status()).isEqualTo(201);
        assertThat(REALM.users("priya@" + council.alias() + ".example")).isEqualTo(before);
    }

    @Test
    void makesOneMemberOfTwoRequestsAtOnce() throws Exception {
        var operator = operator();
        assertThat(summaries(
                        () -> operator.post(members, person("priya")), () -> operator.post(members, person("priya"))))
                .containsExactlyInAnyOrder("201", "409 already-a-member");
    }

    @Test
    void addsNobodyWithoutKeycloakAndSomebodyWhenItIsBack() {
        var operator = operator();
        KEYCLOAK.cutAfter(3);
        var broken = operator.post(members, person("priya"));
        KEYCLOAK.mend();

        assertThat(broken.summary()).isEqualTo("503 identity-unavailable");
        assertThat(operator().get(members).body().path("items")).hasSize(1);
        assertThat(operator().post(members, person("priya")).status()).isEqualTo(201);
    }

    @Test
    void listsAndChangesMembersWithoutKeycloak() {
        var operator = operator();
        KEYCLOAK.cutAfter(0);

        assertThat(operator.get(members).status()).isEqualTo(200);
        assertThat(operator.put(members + "/" + lead, SUSPENDED_LEAD.replace("suspended", "active"), "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheLastActiveLead() {
        assertThat(operator().put(members + "/" + lead, LEAD_NO_MORE, "\"1\"").summary())
                .isEqualTo("409 last-lead");
        assertThat(operator().put(members + "/" + lead, SUSPENDED_LEAD, "\"1\"").summary())
                .isEqualTo("409 last-lead");
        assertThat(operator()
                        .get(members)
                        .body()
                        .path("items")
                        .path(0)
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void letsALeadGoWhenThereIsAnother() {
        operator().post(members, person("priya").replace("hub-staff", "lead"));

        assertThat(operator().put(members + "/" + lead, SUSPENDED_LEAD, "\"1\"").status())
                .isEqualTo(200);
    }

    @Test
    void keepsOneOfTwoLeadsWhoStepDownAtOnce() throws Exception {
        var other = operator()
                .post(members, person("priya").replace("hub-staff", "lead"))
                .body()
                .path("member")
                .path("id")
                .asString();
        var operator = operator();

        for (int round = 0; round < 10; round++) {
            assertThat(summaries(
                            () -> operator.put(members + "/" + lead, LEAD_NO_MORE, "\"" + version(lead) + "\""),
                            () -> operator.put(members + "/" + other, LEAD_NO_MORE, "\"" + version(other) + "\"")))
                    .as("round %s", round)
                    .containsExactlyInAnyOrder("200", "409 last-lead");
            for (var member : List.of(lead, other)) {
                operator.put(
                        members + "/" + member,
                        SUSPENDED_LEAD.replace("suspended", "active"),
                        "\"" + version(member) + "\"");
            }
        }
    }

    @Test
    void saysWhatThereIsNowToWhoeverCameSecond() {
        var priya = operator().post(members, person("priya")).body().path("member");
        var path = members + "/" + priya.path("id").asString();
        var viewer = """
                {"name": "Priya Hollis", "roles": ["viewer"], "status": "active"}""";
        operator().put(path, viewer, "\"1\"");

        var second = operator().put(path, viewer.replace("viewer", "lead"), "\"1\"");

        assertThat(second.summary()).isEqualTo("412 stale-version");
        assertThat(second.body().path("current").path("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(operator().put(path, viewer, null).summary()).isEqualTo("428 if-match-required");
    }

    @Test
    void neverTouchesAMemberOfAnotherCouncil() {
        var elsewhere = aCouncil();
        var other = operator().post("/api/councils", elsewhere.json()).body();
        var theirs = "/api/councils/" + other.path("council").path("id").asString() + "/members/" + lead;

        var changed = operator().put(theirs, LEAD_NO_MORE, "\"1\"");
        var absent = operator().put(members + "/" + UUID.randomUUID(), LEAD_NO_MORE, "\"1\"");
        var renewed = operator().post(theirs + "/one-time-password", "");

        assertThat(changed.status()).isEqualTo(404);
        assertThat(changed.text()).isEqualTo(absent.text()).isEqualTo(renewed.text());
        assertThat(operator()
                        .get(members)
                        .body()
                        .path("items")
                        .path(0)
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void renewsAOneTimePasswordThatWasLost() {
        var renewed = operator().post(members + "/" + lead + "/one-time-password", "");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.body().path("oneTimePassword").asString()).hasSize(23);
    }

    @Test
    void renewsNoPasswordOfSomebodyWhoHasSignedIn() {
        var user = REALM.users(council.leadEmail()).path(0).path("id").asString();
        REALM.admin().put("/users/" + user, """
                {"email": "%s", "requiredActions": []}""".formatted(council.leadEmail()), null);

        assertThat(operator()
                        .post(members + "/" + lead + "/one-time-password", "")
                        .summary())
                .isEqualTo("409 has-signed-in");
    }

    @Test
    void leavesThePasswordThatAnotherCouncilHasHandedOut() {
        var elsewhere = aCouncil();
        var other = operator().post("/api/councils", elsewhere.json()).body();

        var added = operator()
                .post(
                        "/api/councils/" + other.path("council").path("id").asString() + "/members",
                        person("x").replace("x@" + council.alias() + ".example", council.leadEmail()));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().has("oneTimePassword")).isFalse();
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

    private int version(String member) {
        return operator()
                .get(members)
                .body()
                .path("items")
                .valueStream()
                .filter(listed -> listed.path("id").asString().equals(member))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asInt();
    }

    private JsonNode held(String member) {
        return PEER.held("/internal/councils/" + id + "/members/" + member);
    }

    private String person(String local) {
        return """
                {"name": "Priya Hollis", "email": "%s@%s.example", "roles": ["hub-staff"]}""".formatted(local, council.alias());
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
