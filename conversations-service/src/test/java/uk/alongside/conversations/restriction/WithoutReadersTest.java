package uk.alongside.conversations.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests how a lead names who may open a restricted record of which every named member has left. */
@ServiceTest
class WithoutReadersTest {

    private static final String LIST = "/api/conversations-without-readers";

    @LocalServerPort
    private int port;

    private final UUID priyaId = UUID.randomUUID();
    private final UUID samId = UUID.randomUUID();
    private final UUID nerysId = UUID.randomUUID();
    private TestCouncil council;
    private Api nerys;
    private Api lead;
    private UUID margaret;
    private String path;

    @BeforeEach
    void aRestrictedRecord() {
        council = TestCouncil.create(port);
        var priya = council.member(priyaId, "active", 1, "practitioner");
        council.member(samId, "active", 1, "practitioner");
        nerys = council.member(nerysId, "active", 1, "practitioner");
        lead = council.lead();
        margaret = council.person("Margaret", "Ellison");
        path = priya.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");
        var restricted = priya.send(
                "PUT",
                path + "/readers",
                "{\"memberIds\": [\"" + priyaId + "\", \"" + samId + "\"]}",
                "If-Match",
                "\"0\"");
        assertThat(restricted.status()).as(restricted.toString()).isEqualTo(200);
    }

    @Test
    void aRecordIsListedWhenTheLastNamedMemberHasLeft() {
        council.member(priyaId, "suspended", 2, "practitioner");
        assertThat(lead.get(LIST).json().path("items")).isEmpty();

        council.member(samId, "active", 2, "hub-staff");

        var listed = lead.get(LIST);
        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(listed.json().at("/items/0/formerReaderNames")).hasSize(2);
        assertThat(listed.json().path("colleagues")).hasSize(1);
        assertThat(listed.json().at("/colleagues/0/id").asString()).isEqualTo(nerysId.toString());
        assertThat(listed.toString()).doesNotContain("Margaret", margaret.toString());
        assertThat(lead.get("/api/overdue-work")
                        .json()
                        .path("conversationsWithoutReaders")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void thosePractitionersWhoHaveLeftAreNotNamedAsOnesToAsk() {
        council.member(priyaId, "suspended", 2, "practitioner");
        assertThat(nerys.get(path).json().path("readerNames")).hasSize(1);

        council.member(samId, "suspended", 2, "practitioner");

        assertThat(nerys.get(path).json().path("readerNames")).isEmpty();
        assertThat(nerys.get("/api/people/" + margaret + "/conversations")
                        .json()
                        .at("/items/0/readerNames"))
                .isEmpty();
    }

    @Test
    void theNamedMemberOpensTheRecordAndTheLeadDoesNot() {
        everyReaderLeaves();

        assertThat(name(lead, nerysId).status()).isEqualTo(204);

        assertThat(nerys.get(path).status()).isEqualTo(200);
        assertThat(lead.get(path).status()).isEqualTo(403);
        assertThat(lead.get(LIST).json().path("items")).isEmpty();
        assertThat(lead.get("/api/audit/events?kind=conversation").toString()).contains("readers-named");
    }

    @Test
    void aMemberWhoComesBackOpensItAgain() {
        everyReaderLeaves();
        name(lead, nerysId);

        var priya = council.member(priyaId, "active", 3, "practitioner");

        assertThat(priya.get(path).status()).isEqualTo(200);
    }

    @Test
    void aLeadWhoIsAPractitionerCannotNameThemselves() {
        everyReaderLeaves();
        var bothId = UUID.randomUUID();
        var both = council.member(bothId, "active", 1, "lead", "practitioner");

        var refused = name(both, bothId);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("NotYourself");
        assertThat(both.get(path).status()).isEqualTo(403);
        assertThat(both.get(LIST).json().path("colleagues")).hasSize(1);
    }

    @Test
    void onlyMembersWhoMayReadConversationsAreNamed() {
        everyReaderLeaves();
        var hubStaff = UUID.randomUUID();
        council.member(hubStaff, "active", 1, "hub-staff");

        for (var id : new UUID[] {hubStaff, priyaId, UUID.randomUUID()}) {
            assertThat(name(lead, id).json().at("/errors/0/code").asString()).isEqualTo("MayNotRead");
        }
        assertThat(lead.post(LIST + "/" + id() + "/readers", "{\"memberIds\": []}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLeadChangesNothingOfARecordThatSomeoneCanOpen() {
        var refused = name(lead, nerysId);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("conversation-has-readers");
        assertThat(nerys.get(path).status()).isEqualTo(403);
    }

    @Test
    void theSecondOfTwoLeadsIsToldThatSomeoneCanOpenIt() {
        everyReaderLeaves();

        assertThat(name(lead, nerysId).status()).isEqualTo(204);

        assertThat(name(council.lead(), nerysId).problem()).isEqualTo("conversation-has-readers");
    }

    @Test
    void anUnrestrictedRecordAndOneThatIsNotThereAreNotFound() {
        var open = nerys.post("/api/conversations", "{\"personIds\": [\"" + margaret + "\"]}")
                .header("Location");

        assertThat(nameAt(lead, open.substring(open.lastIndexOf('/') + 1), nerysId)
                        .status())
                .isEqualTo(404);
        assertThat(nameAt(lead, UUID.randomUUID().toString(), nerysId).status()).isEqualTo(404);
    }

    @Test
    void anotherCouncilsRecordIsNotThere() {
        everyReaderLeaves();
        var other = TestCouncil.create(port);
        var practitioner = UUID.randomUUID();
        other.member(practitioner, "active", 1, "practitioner");
        var stranger = other.lead();

        var theirs = name(stranger, practitioner);

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.toString())
                .isEqualTo(nameAt(stranger, UUID.randomUUID().toString(), practitioner)
                        .toString());
        assertThat(stranger.get(LIST).json().path("items")).isEmpty();
    }

    private void everyReaderLeaves() {
        council.member(priyaId, "suspended", 2, "practitioner");
        council.member(samId, "suspended", 2, "practitioner");
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Answer name(Api caller, UUID member) {
        return nameAt(caller, id(), member);
    }

    private static Answer nameAt(Api caller, String id, UUID member) {
        return caller.post(LIST + "/" + id + "/readers", "{\"memberIds\": [\"" + member + "\"]}");
    }
}
