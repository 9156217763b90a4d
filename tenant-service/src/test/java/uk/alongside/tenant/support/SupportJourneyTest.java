package uk.alongside.tenant.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class SupportJourneyTest extends TenantServiceTest {

    private static final String ASKED = """
            {"reason": "The import of hubs fails", "hours": 4}""";

    private NewCouncil council;
    private String id;
    private String grants;
    private Http lead;

    @BeforeEach
    void foundACouncilWithALead() {
        council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        grants = "/api/councils/" + id + "/support-grants";
        lead = lead(council);
    }

    @Test
    void anOperatorIsNeverAMember() {
        var added = operator().post("/api/councils/" + id + "/members", """
                {"name": "Operator", "email": "operator@alongside.example"}""");

        assertThat(added.summary()).isEqualTo("409 operator-never-a-member");
        assertThat(members()).doesNotContain("operator@alongside.example");
    }

    @Test
    void anOperatorAppointsNoLeadOfACouncilThatIsLive() {
        var members = "/api/councils/" + id + "/members";
        var firstLead = one("select id::text from app.member where email = ?", council.leadEmail());
        superuser()
                .sql("update shared.council set status = 'live' where id = ?::uuid")
                .param(id)
                .update();

        assertThat(List.of(
                        operator().post(members, """
                                {"name": "Priya Hollis", "email": "r@%s.example"}""".formatted(council.alias())),
                        operator().post(members + "/" + firstLead + "/one-time-password", "")))
                .extracting(Http.Answer::summary)
                .containsOnly("409 ask-for-support-access");
        assertThat(REALM.users("r@" + council.alias() + ".example")).isEmpty();
    }

    @Test
    void noStaffHaveTheRoleOfSupport() {
        var priya = person(id, "Priya Hollis", "priya@" + council.alias() + ".example", "viewer");
        assertThat(lead.put("/api/members/" + priya, """
                {"name": "Priya Hollis", "roles": ["support-with-residents"], "status": "active"}""", "\"1\"").summary()).isEqualTo("400 invalid");
        assertThat(lead.post("/api/invitations", """
                {"emails": ["priya@%s.example"], "roles": ["support"]}""".formatted(council.alias())).summary())
                .isEqualTo("400 invalid");
    }

    @Test
    void aLeadApprovesAndThePeerLearnsTheEnd() {
        var grant = ask();
        assertThat(lead.get("/api/support-grants")
                        .body()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("asked");

        var approved = lead.post("/api/support-grants/" + grant + "/approve", """
                {"residents": false}""");

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.body().path("status").asString()).isEqualTo("approved");
        var end = Instant.parse(approved.body().path("endsAt").asString());
        assertThat(Duration.between(
                        Instant.parse(approved.body().path("startsAt").asString()), end))
                .isEqualTo(Duration.ofHours(4));
        var member = memberOf(grant);
        eventually(
                Duration.ofMinutes(3),
                () -> held(member).path("endsAt").asString("").equals(end.toString()));
        assertThat(held(member).path("roles").toString()).isEqualTo("[\"support\"]");
        assertThat(lead.get("/api/members").text()).doesNotContain(member);
    }

    @Test
    void residentsAreShownOnlyIfALeadAllowsIt() {
        var grant = ask();

        lead.post("/api/support-grants/" + grant + "/approve", """
                {"residents": true}""");

        assertThat(rolesOf(grant)).isEqualTo("{support,support-with-residents}");
    }

    @Test
    void aRequestIsDecidedOnce() throws Exception {
        var grant = ask();
        var path = "/api/support-grants/" + grant;
        Callable<Http.Answer> approval = () -> lead.post(path + "/approve", "{\"residents\": false}");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(approval, approval)).stream()
                            .map(Future::resultNow)
                            .map(Http.Answer::summary))
                    .containsExactlyInAnyOrder("200", "409 support-decided");
        }
        assertThat(lead.post(path + "/decline", "").summary()).isEqualTo("409 support-decided");
    }

    @Test
    void onlyALeadDecidesAndEveryMemberSees() {
        var grant = ask();
        machine(id, "Viewer", "meadowshire-import", "viewer");
        var viewer = as(REALM.token("meadowshire-import", "organization:" + council.alias()));

        assertThat(viewer.get("/api/support-grants").body().path("items")).hasSize(1);
        for (var verb : List.of("approve", "decline", "end")) {
            assertThat(viewer.post("/api/support-grants/" + grant + "/" + verb, "{\"residents\": true}")
                            .summary())
                    .isEqualTo("403 not-allowed");
            assertThat(operator()
                            .post("/api/support-grants/" + grant + "/" + verb, "{\"residents\": true}")
                            .summary())
                    .isEqualTo("403 not-allowed");
        }
    }

    @Test
    void aLeadEndsTheAccessAtOnce() {
        var grant = ask();
        var path = "/api/support-grants/" + grant;
        assertThat(lead.post(path + "/end", "").summary()).isEqualTo("409 support-not-active");
        lead.post(path + "/approve", "{\"residents\": false}");
        var member = memberOf(grant);

        var ended = lead.post(path + "/end", "");

        assertThat(ended.body().path("status").asString()).isEqualTo("ended");
        assertThat(lead.post(path + "/end", "").summary()).isEqualTo("409 support-not-active");
        eventually(
                Duration.ofMinutes(3),
                () -> held(member).path("status").asString("").equals("suspended"));
        assertThat(organizationMembers()).doesNotContain("service-account-alongside-operator");
    }

    @Test
    void theClockEndsTheAccessAndATaskRemovesIt() {
        var grant = ask();
        lead.post("/api/support-grants/" + grant + "/approve", "{\"residents\": false}");
        var member = memberOf(grant);
        superuser().sql("""
                        update app.support_grant set starts_at = now() - interval '5 hours', ends_at = now() - interval '1 second'
                        where id = ?::uuid""").param(grant).update();
        assertThat(lead.get("/api/support-grants")
                        .body()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("expired");
        assertThat(lead.post("/api/support-grants/" + grant + "/end", "").summary())
                .isEqualTo("409 support-not-active");

        superuser()
                .sql("update ops.scheduled_tasks set execution_time = now() where task_instance = ?")
                .param("support/" + id + "/" + grant)
                .update();

        eventually(
                Duration.ofMinutes(3),
                () -> held(member).path("status").asString("").equals("suspended"));
        assertThat(ask()).isNotEqualTo(grant);
    }

    @Test
    void anOperatorAsksOnceAtATime() {
        ask();

        assertThat(operator().post(grants, ASKED).summary()).isEqualTo("409 support-already-asked");
        assertThat(operator().post(grants, """
                {"reason": "x", "hours": 25}""").summary()).isEqualTo("400 invalid");
        assertThat(operator()
                        .post("/api/councils/" + UUID.randomUUID() + "/support-grants", ASKED)
                        .summary())
                .isEqualTo("404 not-found");
    }

    @Test
    void everyLeadGetsMail() {
        var grant = ask();
        eventually(Duration.ofMinutes(2), () -> mails().size() == 1);
        assertThat(mails().getFirst().path("text").asString())
                .contains("for 4 hours", "The import of hubs fails", "/team");

        lead.post("/api/support-grants/" + grant + "/approve", "{\"residents\": true}");
        eventually(Duration.ofMinutes(2), () -> mails().size() == 2);
        assertThat(mails().getFirst().path("subject").asString()).contains("with residents' details");

        lead.post("/api/support-grants/" + grant + "/end", "");
        eventually(Duration.ofMinutes(2), () -> mails().size() == 3);
    }

    @Test
    void noLeadChangesTheMemberOfSupportOrItsPassword() {
        var grant = ask();
        lead.post("/api/support-grants/" + grant + "/approve", "{\"residents\": false}");
        var member = "/api/members/" + memberOf(grant);

        assertThat(lead.put(member, """
                {"name": "Operator", "roles": ["lead"], "status": "active"}""", "\"1\"").summary()).isEqualTo("409 support-member");
        assertThat(lead.post(member + "/one-time-password", "").summary()).isEqualTo("409 support-member");
        assertThat(operator().post(grants, ASKED).summary()).isEqualTo("409 support-under-way");
    }

    @Test
    void aGrantOfAnotherCouncilIsNotFound() {
        var grant = ask();
        var other = aCouncil();
        operator().post("/api/councils", other.json());
        var stranger = lead(other);

        assertThat(stranger.get("/api/support-grants").body().path("items")).isEmpty();
        assertThat(stranger.post("/api/support-grants/" + grant + "/approve", "{\"residents\": true}")
                        .summary())
                .isEqualTo("404 not-found");
    }

    private String ask() {
        var asked = operator().post(grants, ASKED);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.header("ETag")).isEqualTo("\"1\"");
        assertThat(operator().get(asked.header("Location")).body()).isEqualTo(asked.body());
        return asked.body().path("id").asString();
    }

    private String memberOf(String grant) {
        return one("select member_id::text from app.support_grant where id = ?::uuid", grant);
    }

    private String rolesOf(String grant) {
        return one("select roles::text from app.member where id = ?::uuid", memberOf(grant));
    }

    private String one(String sql, String param) {
        return superuser().sql(sql).param(param).query(String.class).single();
    }

    private String members() {
        return operator().get("/api/councils/" + id + "/members").text();
    }

    private String organizationMembers() {
        return REALM.admin().get("/organizations/" + id + "/members").text();
    }

    private JsonNode held(String member) {
        return PEER.held("/internal/councils/" + id + "/members/" + member);
    }

    private List<JsonNode> mails() {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(council.leadEmail()))
                .filter(mail -> mail.path("subject").asString().contains("upport access"))
                .toList();
    }
}
