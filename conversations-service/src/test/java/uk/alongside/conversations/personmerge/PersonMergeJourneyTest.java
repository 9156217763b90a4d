package uk.alongside.conversations.personmerge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class PersonMergeJourneyTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;
    private Api practitioner;
    private Api lead;
    private UUID hub;
    private UUID peg;
    private UUID margaret;

    @BeforeEach
    void onePersonWithTwoRecords() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        practitioner = council.member("practitioner");
        lead = council.lead();
        hub = council.hub("Library");
        peg = council.person("Peg", "Ellison");
        margaret = council.person("Margaret", "Ellison");
    }

    @Test
    void isSuggestedWithAReasonAndShownToALeadWithNamesAndCountsOnly() {
        walkIn(peg);
        conversation(peg);

        var suggested = suggest(peg, margaret);
        var listed = lead.get("/api/person-merges").json().path("items").path(0);

        assertThat(suggested.status()).as(suggested.toString()).isEqualTo(201);
        assertThat(listed.at("/suggested/reason").asString()).isEqualTo("The same phone, and Peg is short for it");
        assertThat(listed.at("/merged/name").asString()).isEqualTo("Peg Ellison");
        assertThat(listed.at("/merged/bookings").asInt()).isEqualTo(1);
        assertThat(listed.at("/merged/conversations").asInt()).isEqualTo(1);
        assertThat(listed.at("/kept/name").asString()).isEqualTo("Margaret Ellison");
        assertThat(listed.toString()).doesNotContain("07700", "900123", "step-free");
    }

    @Test
    void isDecidedByALeadOnly() {
        var id = id(suggest(peg, margaret));

        for (var member : List.of(staff, practitioner)) {
            for (var path : List.of("/merge", "/decline", "/undo")) {
                assertThat(member.post("/api/person-merges/" + id + path, "{\"reason\": \"x\"}")
                                .status())
                        .isEqualTo(403);
            }
            assertThat(member.get("/api/person-merges").status()).isEqualTo(403);
        }
        assertThat(lead.post("/api/person-merges/" + id + "/decline", "").status())
                .isEqualTo(200);
        assertThat(lead.post("/api/person-merges/" + id + "/merge", "").problem())
                .isEqualTo("merge-already-decided");
        assertThat(lead.get("/api/people/" + peg).status()).isEqualTo(403);
    }

    @Test
    void showsEverythingWithThePersonKeptAndMovesNothing() {
        walkIn(peg);
        walkIn(margaret);
        var record = conversation(peg);
        practitioner.post(record + "/steps", "{\"what\": \"ring\", \"owner\": \"person\", \"due\": \"2026-01-05\"}");
        measure(peg);

        merge(peg, margaret);

        for (var person : List.of(peg, margaret)) {
            var path = "/api/people/" + person;
            assertThat(staff.get(path + "/bookings").json().path("items")).hasSize(2);
            assertThat(practitioner.get(path + "/conversations").json().path("items"))
                    .hasSize(1);
            assertThat(practitioner.get(path + "/measures").json().path("items"))
                    .hasSize(1);
            assertThat(practitioner.get("/api/steps?personId=" + person).json().path("items"))
                    .hasSize(1);
        }
        assertThat(practitioner.get(record).json().at("/people/0/name").asString())
                .isEqualTo("Margaret Ellison");
        assertThat(practitioner.get(record).json().at("/people/0/personId").asString())
                .isEqualTo(peg.toString());
    }

    @Test
    void showsWhatThePersonWithTwoRecordsSaidAndHowTheyGetLetters() {
        var said = practitioner.post("/api/people/" + peg + "/about-me", """
                {"heading": "matters", "text": "I like to sit at the window.", "saidBy": "person", "saidOn": "%s"}""".formatted(TestCouncil.today()));
        assertThat(said.status()).as(said.toString()).isEqualTo(201);
        var letters = practitioner.put(
                "/api/people/" + peg + "/communication", "{\"letterFormat\": \"large-print\"}", "If-Match", "\"0\"");
        assertThat(letters.status()).as(letters.toString()).isEqualTo(200);
        var record = conversation(peg);
        var moved = practitioner.send(
                "POST",
                record + "/moves",
                "{\"fromPersonId\": \"" + peg + "\", \"toPersonId\": \"" + council.person("Raj", "Patel")
                        + "\", \"reason\": \"Namesakes\"}",
                "If-Match",
                "\"0\"",
                "Idempotency-Key",
                "move");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);

        merge(peg, margaret);

        var kept = "/api/people/" + margaret;
        assertThat(practitioner.get(kept + "/about-me").json().path("items")).hasSize(1);
        assertThat(practitioner.get(kept + "/moved-conversations").json().path("items"))
                .hasSize(1);
        var communication = practitioner.get(kept + "/communication");
        assertThat(communication.json().path("letterFormat").asString()).isEqualTo("large-print");
        assertThat(practitioner
                        .put(
                                kept + "/communication",
                                "{\"letterFormat\": \"audio\"}",
                                "If-Match",
                                communication.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(practitioner
                        .get(kept + "/communication")
                        .json()
                        .path("letterFormat")
                        .asString())
                .isEqualTo("audio");
    }

    @Test
    void theNextReviewIsThatOfThePersonKeptOnceItIsRecordedForThem() {
        practitioner.put(
                "/api/people/" + peg + "/communication",
                "{\"reviewOn\": \"" + TestCouncil.today() + "\"}",
                "If-Match",
                "\"0\"");
        RunningService.superuser()
                .sql("update app.communication set review_on = review_on - 1 where person_id = ?")
                .param(peg)
                .update();
        merge(peg, margaret);
        assertThat(practitioner.get("/api/communication-reviews").json().path("items"))
                .hasSize(1);

        var kept = "/api/people/" + margaret + "/communication";
        var next = "{\"letterFormat\": \"audio\", \"reviewOn\": \"" + TestCouncil.today() + "\"}";
        assertThat(practitioner
                        .put(kept, next, "If-Match", practitioner.get(kept).header("ETag"))
                        .status())
                .isEqualTo(200);

        assertThat(practitioner.get("/api/communication-reviews").json().path("items"))
                .isEmpty();
    }

    @Test
    void leavesTheMergedPersonOutOfTheSearchAndFindsTheKeptOneByTheirNameAndReference() {
        var reference = staff.get("/api/people/" + peg).json().path("reference").asString();

        merge(peg, margaret);

        for (var text : List.of("peg", "ellison", reference)) {
            assertThat(staff.post("/api/people/search", "{\"text\": \"" + text + "\"}")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(found -> found.path("id").asString()))
                    .containsExactly(margaret.toString());
        }
    }

    @Test
    void leadsAnOpenRecordToThePersonKept() {
        var form = "{\"firstName\": \"Peg\", \"noContact\": true, \"needs\": []}";

        merge(peg, margaret);
        var opened = staff.get("/api/people/" + peg).json();
        var changed = staff.put("/api/people/" + peg, form, "If-Match", "\"0\"");

        assertThat(opened.path("mergedInto").asString()).isEqualTo(margaret.toString());
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.problem()).isEqualTo("person-merged");
        assertThat(changed.json().path("keptId").asString()).isEqualTo(margaret.toString());
        assertThat(staff.get("/api/people/" + margaret)
                        .json()
                        .path("mergedInto")
                        .isNull())
                .isTrue();
        // A page that was open goes on with the old id, and the person kept has the visit.
        walkIn(peg);
        assertThat(staff.get("/api/people/" + margaret + "/bookings").json().path("items"))
                .hasSize(1);
    }

    @Test
    void saysOnThePagesOfBothWhoMergedThemWhenAndWhy() {
        merge(peg, margaret);

        for (var person : List.of(peg, margaret)) {
            var told = staff.get("/api/people/" + person + "/merges")
                    .json()
                    .path("items")
                    .path(0);
            assertThat(told.path("status").asString()).isEqualTo("merged");
            assertThat(told.at("/suggested/reason").asString()).startsWith("The same phone");
            assertThat(told.at("/decided/byName").asString()).isNotEmpty();
            assertThat(told.at("/decided/at").asString()).isNotEmpty();
        }
        assertThat(staff.get("/api/people/" + margaret + "/access-log")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(line -> line.path("action").asString()))
                .contains("merged", "merge-suggested", "added");
    }

    @Test
    void isUndoneAlsoAfterNewBookings() {
        walkIn(peg);
        var id = merge(peg, margaret);
        walkIn(margaret);
        walkIn(margaret);

        var undone = lead.post("/api/person-merges/" + id + "/undo", "{\"reason\": \"They are sisters\"}");
        var again = lead.post("/api/person-merges/" + id + "/undo", "{\"reason\": \"They are sisters\"}");

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(again.problem()).isEqualTo("merge-already-decided");
        assertThat(staff.get("/api/people/" + peg + "/bookings").json().path("items"))
                .hasSize(1);
        assertThat(staff.get("/api/people/" + margaret + "/bookings").json().path("items"))
                .hasSize(2);
        assertThat(staff.get("/api/people/" + peg).json().path("mergedInto").isNull())
                .isTrue();
        assertThat(staff.post("/api/people/search", "{\"text\": \"ellison\"}")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(staff.get("/api/people/" + peg + "/merges")
                        .json()
                        .at("/items/0/undone/reason")
                        .asString())
                .isEqualTo("They are sisters");
        assertThat(suggest(peg, margaret).status()).isEqualTo(201);
    }

    @Test
    void ofAChainShowsAllAndIsUndoneLinkByLink() {
        var meg = council.person("Meg", "Ellison");
        walkIn(peg);
        walkIn(margaret);
        walkIn(meg);

        var first = merge(peg, margaret);
        merge(margaret, meg);

        assertThat(bookings(meg)).isEqualTo(3);
        assertThat(bookings(peg)).isEqualTo(3);
        assertThat(staff.get("/api/people/" + peg).json().path("mergedInto").asString())
                .isEqualTo(meg.toString());
        lead.post("/api/person-merges/" + first + "/undo", "{\"reason\": \"Another Peg\"}");
        assertThat(bookings(peg)).isEqualTo(1);
        assertThat(bookings(meg)).isEqualTo(2);
    }

    @Test
    void isRefusedWithOneselfTwiceAndWithAMergedPerson() {
        merge(peg, margaret);
        var meg = council.person("Meg", "Ellison");

        assertThat(suggest(meg, meg).status()).isEqualTo(400);
        assertThat(suggest(peg, meg).problem()).isEqualTo("person-already-merged");
        assertThat(suggest(meg, peg).problem()).isEqualTo("person-already-merged");
        assertThat(suggest(meg, margaret).status()).isEqualTo(201);
        assertThat(suggest(margaret, meg).problem()).isEqualTo("merge-already-suggested");
    }

    @Test
    void ofPeopleInACircleIsRefusedAlsoAtOnce() {
        var meg = council.person("Meg", "Ellison");
        for (int round = 0; round < 3; round++) {
            var ids = List.of(id(suggest(peg, margaret)), id(suggest(margaret, meg)), id(suggest(meg, peg)));

            var answers = ids.stream()
                    .map(id ->
                            CompletableFuture.supplyAsync(() -> lead.post("/api/person-merges/" + id + "/merge", "")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            // Two of three can form a chain; the third would close the circle.
            assertThat(answers.stream().map(Answer::status)).contains(200, 409).doesNotContain(500);
            assertThat(Stream.of(peg, margaret, meg)
                            .filter(person -> staff.get("/api/people/" + person)
                                    .json()
                                    .path("mergedInto")
                                    .isNull()))
                    .isNotEmpty();
            ids.forEach(id -> lead.post("/api/person-merges/" + id + "/undo", "{\"reason\": \"x\"}"));
            ids.forEach(id -> lead.post("/api/person-merges/" + id + "/decline", ""));
        }
    }

    @Test
    void ofOneSuggestionHappensOnceAlsoAtOnce() {
        var id = id(suggest(peg, margaret));

        var answers = Stream.generate(() -> "/api/person-merges/" + id + "/merge")
                .limit(4)
                .map(path ->
                        CompletableFuture.supplyAsync(() -> lead.post(path, "").status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void isNotUndoneWhileAnotherPersonHasTheNhsNumber() {
        var number = "\"nhsNumber\": \"9434765919\"";
        var form = "{\"firstName\": \"Peg\", \"noContact\": true, \"needs\": [], " + number + "}";
        staff.put("/api/people/" + peg, form, "If-Match", "\"0\"");
        var id = merge(peg, margaret);
        var kept = staff.put("/api/people/" + margaret, form.replace("Peg", "Margaret"), "If-Match", "\"0\"");

        var refused = lead.post("/api/person-merges/" + id + "/undo", "{\"reason\": \"Sisters\"}");
        staff.put("/api/people/" + margaret, form.replace(", " + number, ""), "If-Match", "\"1\"");
        var undone = lead.post("/api/person-merges/" + id + "/undo", "{\"reason\": \"Sisters\"}");

        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(refused.problem()).isEqualTo("merge-not-undoable");
        assertThat(undone.status()).isEqualTo(200);
    }

    @Test
    void warnsOfAnotherBookingOfThePersonAtTheSameTimeWhicheverIdItHas() {
        var day = TestCouncil.today().plusDays(3);
        var slot = council.session(hub, day, 2).path("slots").path(0).path("id").asString();
        var other = council.session(council.hub("Annex"), day, 2)
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        merge(peg, margaret);

        staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + peg + "\"}");
        var overlapping = staff.post("/api/slots/" + other + "/bookings", "{\"personId\": \"" + margaret + "\"}");

        assertThat(overlapping.problem()).isEqualTo("overlapping-booking");
    }

    private int bookings(UUID person) {
        return staff.get("/api/people/" + person + "/bookings")
                .json()
                .path("items")
                .size();
    }

    private Answer suggest(UUID merged, UUID kept) {
        return staff.post("/api/person-merges", """
                {"mergedId": "%s", "keptId": "%s", "reason": "The same phone, and Peg is short for it"}""".formatted(merged, kept));
    }

    private String merge(UUID merged, UUID kept) {
        var id = id(suggest(merged, kept));
        var answer = lead.post("/api/person-merges/" + id + "/merge", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return id;
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private void walkIn(UUID person) {
        var added = staff.post(
                "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                "{\"personId\": \"" + person + "\", \"reason\": \"advice\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
    }

    private String conversation(UUID person) {
        return practitioner
                .post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                .header("Location");
    }

    private void measure(UUID person) {
        practitioner.post(
                "/api/people/" + person + "/measures",
                "{\"instrument\": \"ons4\", \"day\": \"" + TestCouncil.today()
                        + "\", \"how\": \"paper\", \"answers\": [{\"item\": \"happy\", \"value\": 6}]}");
    }
}
