package uk.alongside.tenant.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.TenantServiceTest;

/** Tests a council that adopts 1.0 and decides on 9.0, which is made-up test data beside this test. */
class BlueprintJourneyTest extends TenantServiceTest {

    private static final String BLUEPRINT = "/api/blueprint";
    private static final String ADOPT = BLUEPRINT + "/adopt";
    private static final String DECISIONS = BLUEPRINT + "/decisions";

    private String id;
    private Http lead;
    private Http staff;

    @BeforeEach
    void foundACouncil() {
        var council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = member(council, "larkshire-import", "lead");
        staff = member(council, "meadowshire-import", "hub-staff");
    }

    @Test
    void isShownToEveryMemberBeforeAnythingIsAdopted() {
        var offered = staff.get(BLUEPRINT);

        assertThat(offered.status()).as(offered.text()).isEqualTo(200);
        assertThat(offered.body().path("version").asString()).isEqualTo("9.0");
        assertThat(offered.body().path("parts")).hasSize(7);
        assertThat(offered.body().path("own")).isEmpty();
        assertThat(offered.body().path("differences")).isEmpty();
    }

    @Test
    void isAdoptedByPartAndTellsThePeerTheKindsOfSession() {
        var adopted = adopt("1.0", "\"kinds\", \"roles\"");

        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
        assertThat(adopted.body().path("parts").valueStream())
                .extracting(
                        part -> part.path("id").asString(),
                        part -> part.path("adopted").asBoolean())
                .contains(tuple("kinds", true), tuple("roles", true), tuple("labels", false));
        eventually(Duration.ofMinutes(2), () -> heldKinds().size() == 3);
        assertThat(heldKinds().path(0).toString()).contains("\"code\":\"conversation\"", "\"minutes\":45");
    }

    @Test
    void tellsThePeerThePromptsInTheOrderOfTheApproachWithTheMainOnes() {
        adopt("1.0", "\"prompts\"");

        eventually(Duration.ofMinutes(2), () -> heldPrompts().size() == 9);
        assertThat(heldPrompts().valueStream())
                .extracting(
                        prompt -> prompt.path("id").asString(),
                        prompt -> prompt.path("main").asBoolean())
                .startsWith(tuple("prompt.matters", true), tuple("prompt.strong", true), tuple("prompt.people", false))
                .contains(tuple("prompt.agreed", true), tuple("prompt.crisis", false));
        assertThat(heldPrompts().path(0).path("heading").asString()).isEqualTo("What matters to me");
        assertThat(heldPrompts().path(0).path("help").asString()).isEqualTo("In the person’s own words.");
    }

    @Test
    void keepsWhatWasAdoptedBeforeWhenItIsAdoptedAgain() {
        adopt("1.0", "\"kinds\"");

        var again = adopt("9.0", "\"kinds\", \"labels\"");

        assertThat(own(again, "kind.conversation").path("value").path("minutes").asInt())
                .isEqualTo(45);
        assertThat(own(again, "label.hub").path("decidedIn").asString()).isEqualTo("9.0");
    }

    @Test
    void showsWhatALaterVersionSaysOtherwise() {
        var adopted = adopt("1.0", "\"kinds\"");

        assertThat(adopted.body().path("differences").valueStream())
                .extracting(
                        one -> one.path("element").asString(),
                        one -> one.path("kind").asString())
                .containsExactlyInAnyOrder(
                        tuple("kind.conversation", "changed"),
                        tuple("kind.home", "added"),
                        tuple("kind.follow-up", "removed"));
    }

    @Test
    void takesOrKeepsEachDifferenceAndRemembersWhoAndWhy() {
        adopt("1.0", "\"kinds\"");

        var decided = decide("9.0", """
                {"element": "kind.conversation", "decision": "take", "note": "45 minutes were too short"},
                {"element": "kind.home", "decision": "keep", "note": "We meet people in hubs"},
                {"element": "kind.follow-up", "decision": "keep", "note": "We use it every week"}""");

        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.body().path("differences")).isEmpty();
        var conversation = own(decided, "kind.conversation");
        assertThat(conversation.path("value").path("minutes").asInt()).isEqualTo(60);
        assertThat(conversation.path("note").asString()).isEqualTo("45 minutes were too short");
        assertThat(conversation.path("decidedBy").asString()).isEqualTo("Member");
        assertThat(conversation.path("decidedIn").asString()).isEqualTo("9.0");
        assertThat(own(decided, "kind.home").path("inUse").asBoolean()).isFalse();
        eventually(
                Duration.ofMinutes(2),
                () -> heldKinds().size() == 3 && heldKinds().toString().contains("60"));
        assertThat(heldKinds().toString()).contains("follow-up").doesNotContain("\"home\"");
    }

    @Test
    void refusesADecisionThatSomebodyElseHasMade() {
        adopt("1.0", "\"kinds\"");
        var choice = """
                {"element": "kind.conversation", "decision": "take", "note": "Longer"}""";
        assertThat(decide("9.0", choice).status()).isEqualTo(200);

        assertThat(decide("9.0", choice.replace("take", "keep")).summary()).isEqualTo("409 blueprint-moved-on");
        assertThat(decide("1.0", choice.replace("conversation", "home")).summary())
                .isEqualTo("409 blueprint-moved-on");
        assertThat(decide("9.0", choice).status()).isEqualTo(200);
        assertThat(own(lead.get(BLUEPRINT), "kind.conversation").path("note").asString())
                .isEqualTo("Longer");
    }

    @Test
    void decidesAllOrNothing() {
        adopt("1.0", "\"kinds\"");

        var half = decide("9.0", """
                {"element": "kind.conversation", "decision": "take", "note": "Longer"},
                {"element": "kind.nothing", "decision": "take", "note": "What is this"}""");

        assertThat(half.summary()).isEqualTo("409 blueprint-moved-on");
        assertThat(lead.get(BLUEPRINT).body().path("differences")).hasSize(3);
    }

    @Test
    void refusesWhatIsNotRight() {
        assertThat(adopt("1.0", "\"spaceships\"").summary()).isEqualTo("400 invalid");
        assertThat(adopt("9.9", "\"kinds\"").summary()).isEqualTo("409 blueprint-moved-on");
        assertThat(adopt("1.0", "").summary()).isEqualTo("400 invalid");
        assertThat(decide("9.0", """
                {"element": "kind.conversation", "decision": "take"}""").body().path("errors").toString()).contains("#/decisions/0/note");
    }

    @Test
    void isForLeadsToDecide() {
        assertThat(staff.post(ADOPT, "{}").summary()).isEqualTo("403 not-allowed");
        assertThat(staff.post(DECISIONS, "{}").summary()).isEqualTo("403 not-allowed");
    }

    private Answer adopt(String version, String parts) {
        return lead.post(ADOPT, "{\"version\": \"%s\", \"parts\": [%s]}".formatted(version, parts));
    }

    private Answer decide(String version, String decisions) {
        return lead.post(DECISIONS, "{\"version\": \"%s\", \"decisions\": [%s]}".formatted(version, decisions));
    }

    private JsonNode heldKinds() {
        return PEER.held("/internal/councils/" + id + "/blueprint").path("kinds");
    }

    private JsonNode heldPrompts() {
        return PEER.held("/internal/councils/" + id + "/blueprint").path("prompts");
    }

    private static JsonNode own(Answer answer, String element) {
        return answer.body()
                .path("own")
                .valueStream()
                .filter(own -> own.path("element").asString().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private Http member(NewCouncil council, String client, String role) {
        machine(id, "Member", client, role);
        return as(REALM.token(client, "organization:" + council.alias()));
    }
}
