package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.audit.Tampering;
import uk.alongside.localstack.LocalStack;

/** Tests what leads see of the record of their team and settings, and what the record shows after tampering. */
class AuditRecordTest extends TenantServiceTest {

    private final NewCouncil council = aCouncil();
    private String id = "";
    private Http lead = as(null);

    @BeforeEach
    void aCouncilWithALead() {
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = lead(council);
        for (var version : List.of("\"1\"", "\"2\"")) {
            lead.put("/api/settings/name", "{\"name\": \"" + council.name() + "\"}", version);
        }
    }

    @Test
    void tellsWhoDidWhat() {
        var events = lead.get("/api/settings/audit/events").body().path("items");

        assertThat(events.valueStream()
                        .map(event -> event.path("actorKind").asString()
                                + " " + event.path("memberName").asString("") + " "
                                + event.path("kind").asString()
                                + " " + event.path("action").asString()))
                .containsExactly(
                        "member Settings client council edited",
                        "member Settings client council edited",
                        "operator  council created");
    }

    @Test
    void saysWhichSettingsWereChangedAndNeverAPersonsOwn() {
        lead.put("/api/settings/name", "{\"name\": \"" + council.name() + "\", \"welshName\": \"Cyngor\"}", "\"3\"");
        lead.put(
                "/api/settings/contact",
                "{\"contactPhone\": \"01632 960123\", \"contactEmail\": \"ann@larkshire.example\", \"contactHours\": \"9 to 5\"}",
                "\"4\"");

        var events = lead.get("/api/settings/audit/events?kind=council").body().path("items");

        assertThat(events.path(1).path("values").toString()).isEqualTo("[{\"name\":\"welsh-name\",\"to\":\"Cyngor\"}]");
        assertThat(events.path(0).path("values").toString())
                .contains("{\"name\":\"contact-email\"}", "{\"name\":\"contact-hours\",\"to\":\"9 to 5\"}")
                .doesNotContain("ann@");
    }

    @Test
    void namesTheMemberWhoseRolesWereChanged() {
        var appointed = operator()
                .post(
                        "/api/councils/" + id + "/members",
                        "{\"name\": \"Lena Marsh\", \"email\": \"lena@" + council.alias() + ".example\"}");
        var member = lead.get("/api/members")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("Lena Marsh")
                        && one.path("status").asString().equals("active"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(appointed.summary()));
        var edited = lead.put(
                "/api/members/" + member.path("id").asString(),
                "{\"name\": \"Lena Marsh-Hall\", \"roles\": [\"lead\", \"viewer\"], \"status\": \"active\"}",
                "\"" + member.path("version").asInt() + "\"");
        assertThat(edited.summary()).startsWith("200");

        var event = lead.get("/api/settings/audit/events?subjectId="
                        + member.path("id").asString())
                .body()
                .path("items")
                .path(0);

        assertThat(event.path("subjects").path(0).path("name").asString()).isEqualTo("Lena Marsh-Hall");
        assertThat(event.path("values").toString())
                .isEqualTo("[{\"name\":\"roles\",\"from\":\"lead\",\"to\":\"lead, viewer\"},{\"name\":\"name\"}]");
    }

    @Test
    void isForLeadsOnly() {
        assertThat(operator().get("/api/settings/audit/events").summary()).isEqualTo("403 not-allowed");
        assertThat(operator().get("/api/settings/audit/export").summary()).isEqualTo("403 not-allowed");
        assertThat(as(null).get("/api/settings/audit/events").summary()).isEqualTo("401 signed-out");
    }

    @Test
    @DisplayName("A5-32: altered, and cut off, by an end that was kept")
    void saysWhatWasAlteredAndCutOff() {
        var kept = lead.get("/api/settings/audit/anchor").text();
        assertThat(findings(kept)).isEqualTo("[]");

        tamper("update app.audit_event set action = 'forged' where tenant_id = '%1$s' and id in"
                + " (select event_id from app.audit_seal where seq = 2 and tenant_id = '%1$s')");
        for (var table : List.of("audit_subject where event_id", "audit_event where id", "audit_seal where event_id")) {
            tamper("delete from app." + table
                    + " in (select event_id from app.audit_seal where seq = 3 and tenant_id = '%1$s')");
        }

        assertThat(findings(kept)).isEqualTo("[{\"seq\":2,\"what\":\"altered\"},{\"seq\":3,\"what\":\"cut\"}]");
    }

    @Test
    void namesAnEndThatIsNone() {
        var answer = lead.post("/api/settings/audit/verifications", "{\"anchors\": [null]}");

        assertThat(answer.summary()).isEqualTo("400 invalid");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/anchors/0");
    }

    @Test
    void isVerifiedByOneLeadAtATime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var elsewhere = LocalStack.forTests()
                        .postgres()
                        .superuser(DATABASE.name())
                        .getConnection();
                var statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute("lock table app.audit_event");
            var first = threads.submit(() -> findings(""));
            // A sealing may wait for the table too, but it reads the links in the opposite order.
            eventually(
                    Duration.ofSeconds(30),
                    () -> superuser().sql("""
                            select exists (select from pg_stat_activity
                                           where datname = current_database() and wait_event_type = 'Lock'
                                             and query like '%as indexed%' and query like '%s.seq > %')""").query(Boolean.class).single());

            var second = threads.submit(() -> lead.post("/api/settings/audit/verifications", "{\"anchors\": []}"));

            assertThat(second)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .extracting(Http.Answer::summary)
                    .isEqualTo("409 verification-under-way");
            elsewhere.rollback();
            assertThat(first.get()).isEqualTo("[]");
        }
    }

    private String findings(String anchor) {
        return lead.post("/api/settings/audit/verifications", "{\"anchors\": [" + anchor + "]}")
                .body()
                .path("findings")
                .toString();
    }

    private void tamper(String sql) {
        superuser().sql(Tampering.withoutTriggers(sql.formatted(id))).update();
    }
}
