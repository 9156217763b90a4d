package uk.alongside.tenant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.NoCouncilBound;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.Realm;
import uk.alongside.tenant.TenantServiceTest;

class DeliveryJourneyTest extends TenantServiceTest {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJourneyTest.class);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    private NewCouncil council;
    private String id;
    private String lead;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        var created = operator().post("/api/councils", council.json()).body();
        id = created.path("council").path("id").asString();
        lead = created.path("firstLead").path("id").asString();
        eventually(Duration.ofMinutes(3), () -> waiting() == 0);
    }

    @AfterEach
    void startThePeer() {
        PEER.start();
    }

    @Test
    void isMadeWithAnOwnTokenMeantForThePeerAlone() {
        var put = PEER.puts(lead()).getFirst();

        var claims = Realm.claims(put.token());
        assertThat(claims.path("azp").asString()).isEqualTo("tenant-service");
        assertThat(claims.path("aud").toString())
                .contains("\"conversations-service\"")
                .doesNotContain("\"tenant-service\"");
        assertThat(claims.has("organization")).isFalse();
    }

    @Test
    void tellsOfASuspensionWithinTwoSeconds() {
        var asLead = lead(council);
        var priya = person(id, "Priya Hollis", "priya@" + council.alias() + ".example", "hub-staff");
        eventually(Duration.ofMinutes(3), () -> PEER.held(member(priya)).isObject());

        var answer = asLead.put("/api/members/" + priya, """
                {"name": "Priya Hollis", "roles": ["hub-staff"], "status": "suspended"}""", "\"1\"");
        var asked = Instant.now();
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held(member(priya)).path("status").asString().equals("suspended"));

        assertThat(answer.status()).isEqualTo(200);
        var took = Duration.between(asked, PEER.puts(member(priya)).getLast().at());
        LOG.info("A suspension reached the peer {} ms after the answer", took.toMillis());
    }

    @Test
    void neitherFailsNorDelaysTheOperatorAndIsMadeWhenThePeerIsBack() {
        PEER.stop();

        var before = Instant.now();
        var changed = rename("Council while the peer is away " + council.alias(), 1);
        var took = Duration.between(before, Instant.now());
        eventually(Duration.ofMinutes(3), () -> attempts("/settings") >= 3);

        assertThat(changed.status()).isEqualTo(200);
        LOG.info("A change took {} ms with the peer away", took.toMillis());
        assertThat(waiting()).isPositive();
        PEER.start();
        eventually(Duration.ofMinutes(3), () -> settings().path("version").asInt() == 2);
        eventually(Duration.ofMinutes(3), () -> waiting() == 0);
    }

    /** A delivery that read an earlier version before the last change may still arrive once the peer is back. */
    @Test
    void tellsOnlyTheLastOfManyChangesThatWaited() {
        PEER.stop();
        for (int version = 1; version <= 5; version++) {
            rename("Version " + (version + 1) + " of " + council.alias(), version);
        }
        var path = "/internal/councils/" + id + "/settings";
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.puts(path).stream()
                        .anyMatch(put -> put.body().path("version").asInt() == 6));
        PEER.start();

        eventually(Duration.ofMinutes(3), () -> waiting() == 0);

        assertThat(settings().path("version").asInt()).isEqualTo(6);
        assertThat(PEER.puts(path))
                .filteredOn(put -> put.answer() == 200)
                .extracting(put -> put.body().path("version").asInt())
                .startsWith(1)
                .endsWith(6)
                .isSorted()
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void tellsNothingOfAnOvertakenVersion() {
        rename("Newer " + council.alias(), 1);
        eventually(Duration.ofMinutes(3), () -> settings().path("version").asInt() == 2);
        eventually(Duration.ofMinutes(3), () -> waiting() == 0);
        int before = attempts("/settings");

        CouncilContext.run(
                UUID.fromString(id),
                () -> transactions.executeWithoutResult(_ -> outbox.add("settings", UUID.fromString(id), 1)));
        eventually(Duration.ofMinutes(3), () -> waiting() == 0);

        assertThat(attempts("/settings")).isEqualTo(before);
    }

    @Test
    void insistsWhereThePeerHoldsOtherBytesUnderTheVersion() {
        PEER.hold("/internal/councils/" + id + "/settings", "{\"version\": 2, \"name\": \"From a backup\"}");

        rename("The truth about " + council.alias(), 1);

        eventually(Duration.ofMinutes(3), () -> settings().path("version").asInt() == 3);
        assertThat(settings().path("name").asString()).isEqualTo("The truth about " + council.alias());
        assertThat(operator().get("/api/councils/" + id).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void leavesIdsAndVersionsInTheQueueAndNoPerson() {
        PEER.stop();
        operator().post("/api/councils/" + id + "/members", """
                {"name": "Priya Hollis", "email": "priya@%s.example"}""".formatted(council.alias()));

        var rows = superuser().sql("""
                        select t::text || coalesce(convert_from(task_data, 'LATIN1'), '') from ops.scheduled_tasks t
                        where task_name = 'delivery' and task_instance like '%' || ? || '%'""").param(id).query(String.class).list();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row).doesNotContainIgnoringCase("priya").doesNotContain("example"));
    }

    @Test
    void isThereOnlyIfTheChangeIs() {
        int before = waiting();
        assertThatThrownBy(() -> CouncilContext.run(
                        UUID.fromString(id),
                        () -> transactions.executeWithoutResult(_ -> {
                            outbox.add("settings", UUID.fromString(id), 99);
                            throw new IllegalArgumentException("the change fails");
                        })))
                .hasMessage("the change fails");

        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void isNotWrittenWithoutTheTransactionOfAChange() {
        CouncilContext.run(
                UUID.fromString(id),
                () -> assertThatIllegalStateException()
                        .isThrownBy(() -> outbox.add("settings", UUID.fromString(id), 1)));
    }

    @Test
    void isNotMadeWithoutACouncil() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> outbox.add("settings", UUID.randomUUID(), 1)))
                .isInstanceOf(CannotCreateTransactionException.class)
                .hasRootCauseInstanceOf(NoCouncilBound.class);
    }

    private Answer rename(String name, int version) {
        return operator()
                .put(
                        "/api/councils/" + id + "/settings",
                        "{\"name\": \"%s\", \"talkingPoint\": \"Talking point\"}".formatted(name),
                        "\"" + version + "\"");
    }

    private int waiting() {
        return superuser()
                .sql("select count(*) from ops.scheduled_tasks"
                        + " where task_name = 'delivery' and task_instance like '%' || ? || '%'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int attempts(String part) {
        return PEER.puts("/internal/councils/" + id + part).size();
    }

    private JsonNode settings() {
        return PEER.held("/internal/councils/" + id + "/settings");
    }

    private String member(String member) {
        return "/internal/councils/" + id + "/members/" + member;
    }

    private String lead() {
        return member(lead);
    }
}
