package uk.alongside.conversations.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;

/** Collects evidence, makes reports of it and publishes them. */
@ServiceTest
class EvidenceTest {

    private static final String NOTES = "/api/evidence-notes";
    private static final String DRAFT = "/api/evidence-draft";
    private static final String REPORTS = "/api/evidence-reports";
    private static final String WELSH = "Dywedodd pobl Tŷ Ŵyn: “gwrandawyd arnom” 👩‍👩‍👧";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;
    private MadeEvents events;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
        LocalDate quarter =
                TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(9);
        events = new MadeEvents(council, council.hub("Library"), quarter);
    }

    @Test
    void hasRoundedFiguresInWordsForEachStatement() {
        bookings(1, 26, 12);

        var evidence = council.member("viewer").get("/api/evidence").json();

        assertThat(evidence.at("/framework/themes")).hasSize(4);
        assertThat(evidence.at("/framework/publisher").asString()).isEqualTo("Care Quality Commission");
        var attended = figure(evidence, "attended");
        assertThat(attended.at("/periods/0/value").asString()).isEqualTo("63%");
        assertThat(attended.at("/periods/0/base").asString()).isEqualTo("40");
        assertThat(attended.at("/periods/0/sentence").asString()).isEqualTo("63% of bookings were kept");
        assertThat(attended.path("counted").asString()).isEqualTo("Bookings whose person came.");
        assertThat(figure(evidence, "listened-to").path("periods"))
                .as("Nothing was recorded")
                .isEmpty();
    }

    @Test
    void withholdsWhatCouldTellOfFewPeople() {
        bookings(1, 9, 7);

        var attended = figure(lead.get("/api/evidence").json(), "attended");

        assertThat(attended.at("/periods/0/value").asString()).startsWith("Confidential");
        assertThat(attended.at("/periods/0/sentence").asString()).startsWith("Bookings that were kept. Confidential");
    }

    @Test
    void keepsNotesOfLeadsEncryptedAndInAnyLetters() {
        var note = lead.post(NOTES, note("learning", "staff", WELSH));
        assertThat(note.status()).as(note.toString()).isEqualTo(201);

        var listed = lead.get("/api/evidence").json().path("notes").path(0);
        assertThat(listed.path("words").asString()).isEqualTo(WELSH);
        assertThat(listed.path("writtenByName").asString()).isEqualTo("Priya N");
        var stored = RunningService.superuser()
                .sql("select words from app.evidence_note where tenant_id = :council")
                .param("council", council.id())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Dywedodd");
        assertThat(council.events()).doesNotContain("Dywedodd");
    }

    @Test
    void changesAndRemovesNotesByTheirVersion() {
        var id = lead.post(NOTES, note("learning", "staff", "We meet weekly"))
                .json()
                .path("id")
                .asString();
        var path = NOTES + "/" + id;

        var changed = lead.put(path, note("learning", "partners", "We meet monthly"), "If-Match", "\"0\"");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("changedByName").asString()).isNotBlank();
        var stale = lead.put(path, note("learning", "staff", "Other"), "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/current/words").asString()).isEqualTo("We meet monthly");
        assertThat(lead.send("DELETE", path, null, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(lead.send("DELETE", path, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(lead.get("/api/evidence").json().path("notes")).isEmpty();
        assertThat(lead.send("DELETE", path, null, "If-Match", "\"1\"").status())
                .isEqualTo(404);
    }

    @Test
    void refusesNotesOfNoStatementAndWithoutWords() {
        for (var note : List.of(
                note("learning", "observation", "Words"),
                note("weather", "staff", "Words"),
                note("learning", "staff", " "),
                note("learning", "staff", "w".repeat(2_001)))) {
            assertThat(lead.post(NOTES, note).status()).as(note).isEqualTo(400);
        }
        assertThat(lead.post(NOTES, note("learning", "staff", "w".repeat(2_000)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isWrittenByLeadsAndReadByAllWhoSeeFigures() {
        var report = published();
        for (var role : List.of("practitioner", "viewer")) {
            var member = council.member(role);
            assertThat(member.get("/api/evidence").status()).as(role).isEqualTo(200);
            assertThat(member.get(REPORTS + "/" + id(report)).status()).as(role).isEqualTo(200);
            for (var refused : List.of(
                    member.post(NOTES, note("learning", "staff", "Words")),
                    member.get(DRAFT),
                    member.post(DRAFT, ""),
                    publish(member, 0))) {
                assertThat(refused.status()).as(role).isEqualTo(403);
            }
        }
        assertThat(council.hubStaff().get("/api/evidence").status()).isEqualTo(403);
    }

    @Test
    void hasOneDraftWhoseSectionsAreWrittenOneByOne() {
        assertThat(lead.get(DRAFT).status()).isEqualTo(404);
        var begun = lead.post(DRAFT, "");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.json().at("/content/sections")).hasSize(8);
        assertThat(lead.post(DRAFT, "").problem()).isEqualTo("evidence-draft-exists");

        var longest = "ŵ".repeat(20_000);
        var written = write("summary", longest, 0);
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().at("/content/sections/0/text").asString()).isEqualTo(longest);
        assertThat(write("summary", longest + "ŵ", 1).status()).isEqualTo(400);
        var stale = write("options", "None", 0);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/current/version").asInt()).isEqualTo(1);
        assertThat(write("annex", "None", 1).status()).isBetween(400, 404);
        assertThat(write("summary", "", 1).json().at("/content/sections/0/text").asString())
                .isEmpty();
    }

    @Test
    void takesFiguresAndNotesAgainAndKeepsTheTexts() {
        lead.post(DRAFT, "");
        write("summary", "All is well", 0);
        bookings(1, 26, 12);
        lead.post(NOTES, note("learning", "staff", "We meet weekly"));
        assertThat(lead.get(DRAFT).json().at("/content/notes")).isEmpty();

        var refreshed = lead.send("POST", DRAFT + "/refresh", null, "If-Match", "\"1\"");

        assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
        assertThat(refreshed.json().at("/content/notes")).hasSize(1);
        assertThat(refreshed.json().at("/content/sections/0/text").asString()).isEqualTo("All is well");
        assertThat(figure(refreshed.json().path("content"), "attended")
                        .at("/periods/0/value")
                        .asString())
                .isEqualTo("63%");
    }

    @Test
    void publishesOnlyWhatIsWhole() {
        lead.post(DRAFT, "");
        write("summary", "All is well", 0);

        var refused = publish(lead, 1);

        assertThat(refused.problem()).isEqualTo("report-sections-empty");
        assertThat(refused.json().path("sections")).hasSize(7);
        assertThat(publish(lead, 0).status()).isEqualTo(412);
        assertThat(lead.send("DELETE", DRAFT, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(publish(lead, 1).status()).isEqualTo(404);
        assertThat(lead.get(REPORTS).json().path("items")).isEmpty();
    }

    @Test
    void staysAsItWasPublished() throws SQLException {
        bookings(1, 26, 12);
        lead.post(NOTES, note("learning", "staff", WELSH));
        var first = published();
        var before = lead.get(REPORTS + "/" + id(first)).text();

        bookings(100, 0, 40);
        var notes = lead.get("/api/evidence").json().path("notes");
        lead.send("DELETE", NOTES + "/" + notes.path(0).path("id").asString(), null, "If-Match", "\"0\"");

        assertThat(figure(lead.get("/api/evidence").json(), "attended")
                        .at("/periods/0/value")
                        .asString())
                .isNotEqualTo("63%");
        assertThat(lead.get(REPORTS + "/" + id(first)).text()).isEqualTo(before).contains("63%", "Dywedodd");
        var second = published();
        assertThat(second.json().path("number").asInt()).isEqualTo(2);
        assertThat(second.json().at("/content/follows/number").asInt()).isEqualTo(1);
        assertThat(first.json().at("/content").has("follows")).isFalse();
        assertThat(lead.get(REPORTS).json().path("items").findValuesAsString("number"))
                .containsExactly("2", "1");
        for (var statement : List.of("update app.evidence_report set number = 9", "delete from app.evidence_report")) {
            try (var session = RunningService.session("conversations_app");
                    var prepared = session.createStatement()) {
                assertThat(refusal(() -> prepared.execute(statement))).contains("permission denied");
            }
        }
    }

    @Test
    void isPublishedOnceByTwoLeadsAtTheSameMoment() throws Exception {
        write(8);
        var others = List.of(lead, council.lead(), council.lead(), council.lead());
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(others.size())) {
            var calls = others.stream()
                    .map(member -> (Callable<Answer>) () -> publish(member, 8))
                    .toList();
            for (var future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 404, 404, 404);
        assertThat(lead.get(REPORTS).json().path("items")).hasSize(1);
    }

    @Test
    void isPublishedOnceByOneKey() {
        write(8);
        var key = UUID.randomUUID().toString();

        var first = lead.send("POST", REPORTS, null, "Idempotency-Key", key, "If-Match", "\"8\"");
        var again = lead.send("POST", REPORTS, null, "Idempotency-Key", key, "If-Match", "\"8\"");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    private static String refusal(Callable<?> statement) {
        try {
            statement.call();
            return "";
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Answer published() {
        write(8);
        var answer = publish(lead, 8);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    /** Makes a draft and writes this many of its sections. */
    private void write(int sections) {
        var draft = lead.post(DRAFT, "");
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
        var names = draft.json().at("/content/sections").findValuesAsString("section");
        for (int number = 0; number < sections; number++) {
            assertThat(write(names.get(number), "Made-up words", number).status())
                    .isEqualTo(200);
        }
    }

    private Answer write(String section, String text, int version) {
        return lead.put(
                DRAFT + "/sections/" + section, "{\"text\": \"" + text + "\"}", "If-Match", "\"" + version + "\"");
    }

    private static Answer publish(Api member, int version) {
        return member.send(
                "POST",
                REPORTS,
                null,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "\"" + version + "\"");
    }

    private static String id(Answer report) {
        return report.json().path("id").asString();
    }

    private static String note(String statement, String kind, String words) {
        return "{\"statement\": \"%s\", \"kind\": \"%s\", \"type\": \"feedback\", \"words\": \"%s\"}"
                .formatted(statement, kind, words);
    }

    private static JsonNode figure(JsonNode evidence, String code) {
        for (var figure : evidence.path("figures")) {
            if (figure.path("figure").asString().equals(code)) {
                return figure;
            }
        }
        throw new AssertionError("There is no figure " + code);
    }

    private void bookings(int first, int came, int absent) {
        var table = new StringBuilder("person | born | asked | how | day | came | outcome\n");
        for (int number = 0; number < came + absent; number++) {
            table.append("Person %d | | 0 | booked | 10 | %s |\n"
                    .formatted(first + number, number < came ? "came" : "did not attend"));
        }
        events.happened(table.toString());
    }
}
