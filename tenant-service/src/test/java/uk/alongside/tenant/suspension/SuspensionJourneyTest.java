package uk.alongside.tenant.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class SuspensionJourneyTest extends TenantServiceTest {

    private static final String CONTRACT_ENDED = "{\"reason\": \"contract-ended\"}";

    private NewCouncil council;
    private String id;
    private String path;
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
        path = "/api/councils/" + id;
        lead = lead(council);
    }

    @Test
    void noMemberWorksInASuspendedCouncilUntilItIsResumed() {
        var before = lead.get("/api/settings").status();

        var suspended = suspend(CONTRACT_ENDED);
        var during = lead.get("/api/settings");
        var changed = lead.put("/api/settings/name", "{\"name\": \"Another name\"}", "\"1\"");
        var resumed = resume();

        assertThat(before).isEqualTo(200);
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        assertThat(suspended.body().path("reason").asString()).isEqualTo("contract-ended");
        assertThat(List.of(during, changed)).extracting(Http.Answer::summary).containsOnly("403 council-suspended");
        assertThat(during.body().path("detail").asString()).contains("Ask a lead of your council");
        assertThat(resumed.body().path("suspended").asBoolean()).isFalse();
        assertThat(lead.get("/api/settings").body().path("name").asString()).isEqualTo(council.name());
    }

    @Test
    void theOperatorSeesWhatIsSuspendedAndWhenItWas() {
        suspend(CONTRACT_ENDED);

        assertThat(entry().path("suspended").asBoolean()).isTrue();
        assertThat(entry().path("status").asString()).isEqualTo("setting-up");
        assertThat(operator().get(path).body().path("suspended").asBoolean()).isTrue();
        resume();
        assertThat(entry().path("suspended").asBoolean()).isFalse();
        var steps = operator().get(path + "/suspension").body().path("steps");
        assertThat(steps.valueStream().map(step -> step.path("kind").asString()))
                .containsExactly("resumed", "suspended");
        assertThat(steps.path(1).path("reason").asString()).isEqualTo("contract-ended");
        assertThat(steps.path(1).path("operator").asString()).isNotEmpty();
    }

    @Test
    void theLeadsGetMailAboutBoth() {
        suspend(CONTRACT_ENDED);
        resume();

        eventually(Duration.ofMinutes(2), () -> mails("is suspended") == 1 && mails("is resumed") == 1);
        assertThat(mail("is suspended").path("text").asString())
                .contains("Why: The contract has ended", "Nothing was deleted", "ask the operator of Alongside");
        assertThat(mail("is resumed").path("text").asString()).contains("can work again");
    }

    @Test
    void thePeerLearnsBoth() {
        suspend(CONTRACT_ENDED);
        eventually(Duration.ofMinutes(2), () -> held().path("suspended").asBoolean());
        resume();

        eventually(
                Duration.ofMinutes(2),
                () -> held().has("suspended") && !held().path("suspended").asBoolean());
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        var version = tag();
        var first = suspend(CONTRACT_ENDED);
        var again = send("/suspension", CONTRACT_ENDED, version);
        resume();
        var resumedAgain = send("/resumption", "", version);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(resumedAgain.status()).isEqualTo(200);
        assertThat(operator().get(path + "/suspension").body().path("steps")).hasSize(2);
        assertThat(superuser()
                        .sql("select action from app.audit_event where tenant_id::text = ? and action in"
                                + " ('suspended', 'resumed') order by at")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("suspended", "resumed");
    }

    @Test
    void ofTwoSuspensionsAtOnceOneIsDone() throws Exception {
        var version = tag();
        Callable<Http.Answer> suspension = () -> send("/suspension", CONTRACT_ENDED, version);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(suspension, suspension)).stream()
                            .map(Future::resultNow)
                            .map(Http.Answer::summary))
                    .contains("200")
                    .allMatch(answer -> answer.equals("200") || answer.equals("412 stale-version"));
        }
        assertThat(operator().get(path + "/suspension").body().path("steps")).hasSize(1);
    }

    @Test
    void anotherReasonAndAnotherVersionAreRefused() {
        var version = tag();
        var unknown = send("/suspension", "{\"reason\": \"unpaid\"}", version);
        suspend(CONTRACT_ENDED);

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(suspend("{\"reason\": \"incident\"}").summary()).isEqualTo("409 suspended-already");
        assertThat(send("/resumption", "", version).summary()).isEqualTo("412 stale-version");
        assertThat(operator().post(path + "/resumption", "").summary()).isEqualTo("428 if-match-required");
        assertThat(operator()
                        .get("/api/councils/" + UUID.randomUUID() + "/suspension")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnOperatorSuspends() {
        assertThat(List.of(
                        lead.get(path + "/suspension"),
                        lead.post(path + "/suspension", CONTRACT_ENDED),
                        lead.post(path + "/resumption", "")))
                .extracting(Http.Answer::summary)
                .containsOnly("403 not-allowed");
    }

    @Test
    void noPersonJoinsASuspendedCouncil() {
        var address = "amir@" + council.alias() + ".example";
        lead.post("/api/invitations", "{\"emails\": [\"" + address + "\"], \"roles\": [\"viewer\"]}");
        eventually(Duration.ofMinutes(2), () -> mailTo(address).has("text"));
        var text = mailTo(address).path("text").asString();
        var token = text.substring(text.indexOf("/join#") + 6).split("\\s", 2)[0];
        var acceptance = "{\"token\": \"" + token + "\", \"email\": \"" + address + "\", \"name\": \"Amir Patel\"}";
        suspend(CONTRACT_ENDED);

        var refused = as(null).post("/open/invitations/accept", acceptance);
        resume();
        var accepted = as(null).post("/open/invitations/accept", acceptance);

        assertThat(refused.summary()).isEqualTo("409 invitation-of-suspended-council");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    }

    private Http.Answer suspend(String reason) {
        return send("/suspension", reason, tag());
    }

    private Http.Answer resume() {
        return send("/resumption", "", tag());
    }

    private Http.Answer send(String change, String body, String version) {
        var operator = operator();
        return operator.send(operator.request(path + change)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .POST(BodyPublishers.ofString(body)));
    }

    private String tag() {
        return operator().get(path + "/suspension").header("ETag");
    }

    private JsonNode entry() {
        return operator()
                .get("/api/councils")
                .body()
                .path("items")
                .valueStream()
                .filter(known -> known.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode held() {
        return PEER.held("/internal/councils/" + id + "/settings");
    }

    private List<JsonNode> allMail() {
        return operator().get(path + "/mail").body().path("items").valueStream().toList();
    }

    private long mails(String subject) {
        return allMail().stream()
                .filter(mail -> mail.path("recipient").asString().equals(council.leadEmail())
                        && mail.path("subject").asString().contains(subject))
                .count();
    }

    private JsonNode mail(String subject) {
        return allMail().stream()
                .filter(mail -> mail.path("subject").asString().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode mailTo(String address) {
        return allMail().stream()
                .filter(mail -> mail.path("recipient").asString().equals(address))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }
}
