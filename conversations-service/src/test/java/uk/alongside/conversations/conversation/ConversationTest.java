package uk.alongside.conversations.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the record of a conversation over HTTP: how it begins, who it is about, and how it ends. */
@ServiceTest
class ConversationTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private Api sam;
    private UUID margaret;

    @BeforeEach
    void twoPractitioners() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        sam = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
    }

    @Test
    void beginsFromABookingWithItsPersonDayHubAndTimes() {
        var booking = arrived();

        var begun = priya.post("/api/conversations", "{\"bookingId\": \"" + booking + "\"}");

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        var json = begun.json();
        assertThat(json.path("status").asString()).isEqualTo("draft");
        assertThat(json.path("day").asString()).isEqualTo(TestCouncil.today().toString());
        assertThat(json.path("hubName").asString()).startsWith("Library");
        assertThat(json.path("people").path(0).path("name").asString()).isEqualTo("Margaret Ellison");
        assertThat(json.has("arrivedAt")).isTrue();
        assertThat(json.has("startedAt")).isFalse();
        assertThat(json.path("recordedByName").asString()).isEqualTo("Priya N");
        assertThat(begun.header("ETag")).isEqualTo("\"0\"");
        assertThat(priya.get(begun.header("Location")).json()).isEqualTo(json);
    }

    @Test
    void beginsFromAWalkInOfAKnownPersonOnceTheyAreSeen() {
        var walkIn = walkIn("\"personId\": \"" + margaret + "\"");
        var body = "{\"walkInId\": \"" + walkIn + "\"}";
        assertThat(priya.post("/api/conversations", body).problem()).isEqualTo("not-arrived");
        priya.post("/api/walk-ins/" + walkIn + "/start", "");

        var begun = priya.post("/api/conversations", body);

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.json().path("people").path(0).path("personId").asString())
                .isEqualTo(margaret.toString());
        assertThat(begun.json().has("startedAt")).isTrue();
    }

    @Test
    void isRejectedForAWalkInWithoutARecordOfAPerson() {
        var walkIn = walkIn("\"name\": \"Tom\"");
        priya.post("/api/walk-ins/" + walkIn + "/start", "");

        var refused = priya.post("/api/conversations", "{\"walkInId\": \"" + walkIn + "\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("person-not-known");
    }

    @Test
    void isRejectedForABookingOfAPersonWhoHasNotCome() {
        var refused = priya.post("/api/conversations", "{\"bookingId\": \"" + booked() + "\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-arrived");
    }

    @Test
    void beginsWithoutAVisitOnADayAndAtAHub() {
        var yesterday = TestCouncil.today().minusDays(1);
        var tom = council.person("Tom", "Akande");
        var hub = council.hub("Annex");

        var begun = priya.post("/api/conversations", """
                {"personIds": ["%s", "%s", "%1$s"], "day": "%s", "hubId": "%s"}""".formatted(margaret, tom, yesterday, hub));

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.json().path("day").asString()).isEqualTo(yesterday.toString());
        assertThat(begun.json().path("hubName").asString()).isEqualTo("Annex");
        assertThat(begun.json().path("people").valueStream())
                .extracting(person -> person.path("personId").asString())
                .containsExactlyInAnyOrder(margaret.toString(), tom.toString());
        assertThat(begun.json().has("arrivedAt")).isFalse();
    }

    @Test
    void isRejectedOnADayThatIsNotYetOrForNoOneOrForTwoVisits() {
        var tomorrow = TestCouncil.today().plusDays(1);
        var some = UUID.randomUUID();

        var early = priya.post(
                "/api/conversations", "{\"personIds\": [\"" + margaret + "\"], \"day\": \"" + tomorrow + "\"}");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text()).contains("#/day", "DayInFuture");
        for (var body : List.of(
                "{}",
                "{\"personIds\": []}",
                "{\"bookingId\": \"%s\", \"walkInId\": \"%s\"}".formatted(some, some),
                "{\"bookingId\": \"%s\", \"personIds\": [\"%s\"]}".formatted(some, margaret),
                "{\"bookingId\": \"%s\", \"day\": \"%s\"}".formatted(some, TestCouncil.today()))) {
            assertThat(priya.post("/api/conversations", body).status()).as(body).isEqualTo(400);
        }
        assertThat(priya.post("/api/conversations", "{\"bookingId\": \"" + some + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(priya.post("/api/conversations", "{\"personIds\": [\"" + some + "\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void beginsOnceForOneKey() {
        var body = "{\"personIds\": [\"" + margaret + "\"]}";
        var key = UUID.randomUUID().toString();

        var first = priya.send("POST", "/api/conversations", body, "Idempotency-Key", key);
        var second = priya.send("POST", "/api/conversations", body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(drafts(priya)).hasSize(1);
    }

    @Test
    void isOneForAVisitThatTwoMembersRecordAtOnce() throws Exception {
        var body = "{\"bookingId\": \"" + arrived() + "\"}";

        var both = atOnce(() -> priya.post("/api/conversations", body), () -> sam.post("/api/conversations", body));

        assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        var begun =
                both.stream().filter(each -> each.status() == 201).findFirst().orElseThrow();
        var refused =
                both.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
        assertThat(refused.problem()).isEqualTo("conversation-exists");
        assertThat(refused.json().path("conversationId")).isEqualTo(begun.json().path("id"));
    }

    @Test
    void staysWhenTheArrivalIsUndone() {
        var booking = arrived();
        var path = begun("\"bookingId\": \"" + booking + "\"");

        assertThat(council.hubStaff()
                        .post("/api/bookings/" + booking + "/undo", "")
                        .problem())
                .isEqualTo("too-late-to-undo");
        assertThat(priya.post("/api/bookings/" + booking + "/undo", "").status())
                .isEqualTo(200);

        assertThat(priya.get(path).status()).isEqualTo(200);
        assertThat(priya.get(path).json().has("arrivedAt")).isFalse();
    }

    @Test
    void keepsThePromptsWithWhichItWasBegun() {
        adopt(
                1,
                "[{\"id\": \"prompt.matters\", \"heading\": \"What matters\", \"help\": \"In their words\", \"main\": true}]");
        var path = begun("\"personIds\": [\"" + margaret + "\"]");
        adopt(2, "[{\"id\": \"prompt.other\", \"heading\": \"Other\", \"help\": \"Else\", \"main\": true}]");

        var written = write(path, "prompt.matters", "0", "Her garden");
        var other = write(path, "prompt.other", "0", "Nothing");

        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(404);
        var prompts = priya.get(path).json().path("prompts");
        assertThat(prompts).hasSize(1);
        assertThat(prompts.path(0).path("heading").asString()).isEqualTo("What matters");
        assertThat(prompts.path(0).path("main").asBoolean()).isTrue();
        var later = priya.get(begun("\"personIds\": [\"" + margaret + "\"]")).json();
        assertThat(later.path("prompts").path(0).path("id").asString()).isEqualTo("prompt.other");
    }

    @Test
    void hasOneBoxWithoutPromptsOfTheCouncil() {
        var prompts =
                priya.get(begun("\"personIds\": [\"" + margaret + "\"]")).json().path("prompts");

        assertThat(prompts).hasSize(1);
        assertThat(prompts.path(0).path("id").asString()).isEqualTo("prompt.notes");
    }

    @Test
    void takesPeopleInAndOutByItsVersion() {
        var path = begun("\"personIds\": [\"" + margaret + "\"]");
        var tom = council.person("Tom", "Akande");
        var body = "{\"personId\": \"" + tom + "\"}";

        var added = add(path, body, "\"0\"");
        var stale = add(path, body, "\"0\"");
        var again = add(path, body, "\"1\"");
        var removed = remove(path, margaret, "\"1\"");
        var last = remove(path, tom, "\"2\"");
        var gone = remove(path, margaret, "\"2\"");

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.json().path("people")).hasSize(2);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current").path("people")).hasSize(2);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(removed.json().path("people")).hasSize(1);
        assertThat(last.problem()).isEqualTo("last-person");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(add(path, "{\"personId\": \"" + UUID.randomUUID() + "\"}", "\"2\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hasAtMostTwelvePeople() {
        var people = Stream.generate(() -> council.person("Ann", "Fox").toString())
                .limit(12)
                .toList();
        var path = begun("\"personIds\": [\"" + String.join("\", \"", people) + "\"]");

        var refused = add(path, "{\"personId\": \"" + margaret + "\"}", "\"0\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("too-many-people");
    }

    @Test
    void isDeletedOnlyWhileNoMemberHasWrittenInIt() {
        var empty = begun("\"personIds\": [\"" + margaret + "\"]");
        var written = begun("\"personIds\": [\"" + margaret + "\"]");
        write(written, "prompt.notes", "0", "x");
        write(written, "prompt.notes", "1", "");

        assertThat(priya.send("DELETE", empty, null).status()).isEqualTo(204);
        assertThat(priya.send("DELETE", written, null).problem()).isEqualTo("conversation-has-text");

        assertThat(priya.get(empty).status()).isEqualTo(404);
        assertThat(priya.send("DELETE", empty, null).status()).isEqualTo(404);
        assertThat(priya.get(written).status()).isEqualTo(200);
    }

    @Test
    void isNotDeletedWhileItHasStepsOrConnections() {
        for (var part : Map.of(
                        "steps",
                        "{\"what\": \"ring Colin\"}",
                        "connections",
                        "{\"name\": \"Shed\", \"way\": \"told\", \"contact\": \"person\"}")
                .entrySet()) {
            var path = begun("\"personIds\": [\"" + margaret + "\"]");
            var list = path + "/" + part.getKey();
            var added = priya.post(list, part.getValue());

            var refused = priya.send("DELETE", path, null);
            priya.send("DELETE", list + "/" + added.json().path("id").asString(), null, "If-Match", "\"0\"");
            var deleted = priya.send("DELETE", path, null);

            assertThat(refused.problem()).as(refused.toString()).isEqualTo("conversation-has-text");
            assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
        }
    }

    @Test
    void isDeletedWhileTheAnswersOfItsPersonStay() {
        var path = begun("\"personIds\": [\"" + margaret + "\"]");
        var measure = priya.post(
                "/api/people/" + margaret + "/measures",
                "{\"instrument\": \"ons4\", \"conversationId\": \"" + path.replaceFirst(".*/", "") + "\", \"day\": \""
                        + TestCouncil.today()
                        + "\", \"how\": \"asked\", \"answers\": [{\"item\": \"happy\", \"value\": 7}]}");
        assertThat(measure.status()).as(measure.toString()).isEqualTo(201);

        assertThat(priya.send("DELETE", path, null).status()).isEqualTo(204);

        var answers = priya.get("/api/people/" + margaret + "/measures");
        assertThat(answers.json().path("items")).hasSize(1);
    }

    /** A table that is added here needs a rule for the deletion of a draft. */
    @Test
    void isReferredToOnlyByTablesWithARuleForItsDeletion() {
        var tables = RunningService.superuser()
                .sql(
                        "select conrelid::regclass::text from pg_constraint where confrelid = 'app.conversation'::regclass")
                .query(String.class)
                .list();

        assertThat(tables)
                .containsExactlyInAnyOrder(
                        "app.conversation_person",
                        "app.conversation_reader", // deleted with it
                        "app.conversation_box",
                        "app.step",
                        "app.connection",
                        "app.conversation_move", // keep it from being deleted
                        "app.letter", // written only for a record with text
                        "app.conclusion",
                        "app.conclusion_correction",
                        "app.addendum"); // belong to finished records
    }

    @Test
    void isListedWithoutItsText() {
        var path = begun("\"personIds\": [\"" + margaret + "\"]");
        write(path, "prompt.notes", "0", "Her garden");
        sam.post("/api/conversations", "{\"personIds\": [\"" + council.person("Tom", "Akande") + "\"]}");

        var own = drafts(priya);
        var all = priya.get("/api/conversations?status=draft&recordedBy=all");
        var ofPerson = sam.get("/api/people/" + margaret + "/conversations");

        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("boxesWritten").asInt()).isEqualTo(1);
        assertThat(own.path(0).path("people").path(0).path("name").asString()).isEqualTo("Margaret Ellison");
        assertThat(all.json().path("items")).hasSize(2);
        assertThat(ofPerson.json().path("items")).hasSize(1);
        assertThat(ofPerson.json().path("items").path(0).path("recordedByName").asString())
                .isEqualTo("Priya N");
        assertThat(all.text() + ofPerson.text()).doesNotContain("garden");
        assertThat(priya.get("/api/people/" + UUID.randomUUID() + "/conversations")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isListedInPages() {
        for (int i = 0; i < ConversationListService.PAGE + 1; i++) {
            begun("\"personIds\": [\"" + margaret + "\"]");
        }
        for (var list : List.of("/api/conversations?status=draft", "/api/people/" + margaret + "/conversations?")) {
            var first = priya.get(list).json();
            var second =
                    priya.get(list + "&after=" + first.path("next").asString()).json();

            assertThat(first.path("items")).hasSize(ConversationListService.PAGE);
            assertThat(second.path("items")).hasSize(1);
            assertThat(second.has("next")).isFalse();
        }
    }

    @Test
    void keepsTheHubOfAnImportThatIsUndone() {
        var lead = council.lead();
        var hub = council.hub("Annex");
        begun("\"personIds\": [\"" + margaret + "\"], \"hubId\": \"" + hub + "\"");
        var imports = lead.get("/api/hubs/imports").json().path("items");

        var undone = lead.post("/api/hubs/imports/" + imports.path(0).path("id").asString() + "/undo", "");

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(lead.get("/api/hubs/" + hub).status()).isEqualTo(200);
    }

    @Test
    void leavesTheMemberAndTheRecordInTheAuditAndNoText() {
        var path = begun("\"personIds\": [\"" + margaret + "\"]");
        write(path, "prompt.notes", "0", "Her garden");
        write(path, "prompt.notes", "0", "Another text");

        var events = RunningService.superuser()
                .sql("select kind || ' ' || action || ' ' || subjects::text from app.audit_event where tenant_id = ?")
                .param(council.id())
                .query(String.class)
                .list();

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .startsWith("conversation written")
                        .contains(path.substring(path.lastIndexOf('/') + 1), margaret.toString()));
        assertThat(String.join("\n", events)).doesNotContain("garden", "Another text");
    }

    private JsonNode drafts(Api member) {
        return member.get("/api/conversations?status=draft").json().path("items");
    }

    /** Begins a record and returns its path. */
    private String begun(String fields) {
        var begun = priya.post("/api/conversations", "{" + fields + "}");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        return begun.header("Location");
    }

    private Answer write(String path, String prompt, String version, String text) {
        return priya.put(
                path + "/boxes/" + prompt,
                "{\"text\": \"" + text + "\", \"fromTool\": false}",
                "If-Match",
                "\"" + version + "\"");
    }

    private Answer add(String path, String body, String version) {
        return priya.send("POST", path + "/people", body, "If-Match", version);
    }

    private Answer remove(String path, UUID person, String version) {
        return priya.send("DELETE", path + "/people/" + person, null, "If-Match", version);
    }

    private void adopt(int version, String prompts) {
        assertThat(council.tenantService()
                        .put(
                                "/internal/councils/" + council.id() + "/blueprint",
                                "{\"version\": " + version + ", \"kinds\": [], \"prompts\": " + prompts + "}")
                        .status())
                .isEqualTo(200);
    }

    /** Books Margaret today, and returns the booking. */
    private String booked() {
        var slots = council.session(
                        council.hub("Library " + UUID.randomUUID()), TestCouncil.today(), "00:00", "00:00", 240, 2)
                .path("slots");
        var booked = priya.post(
                "/api/slots/" + slots.path(5).path("id").asString() + "/bookings",
                "{\"personId\": \"" + margaret + "\"}");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().path("id").asString();
    }

    private String arrived() {
        var booking = booked();
        assertThat(priya.post("/api/bookings/" + booking + "/check-in", "").status())
                .isEqualTo(200);
        return booking;
    }

    private String walkIn(String who) {
        var added = priya.post(
                "/api/hubs/" + council.hub("Library " + UUID.randomUUID()) + "/days/" + TestCouncil.today()
                        + "/walk-ins",
                "{\"reason\": \"talk\", " + who + "}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.of(one, other)
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }
}
