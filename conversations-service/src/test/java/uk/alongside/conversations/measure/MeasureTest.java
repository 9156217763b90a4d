package uk.alongside.conversations.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests people's answers to instruments over HTTP. */
@ServiceTest
class MeasureTest {

    private static final LocalDate TODAY = TestCouncil.today();
    private static final LocalDate SPRING = TODAY.minusMonths(3);

    private static final String SATISFIED = "{\"item\": \"satisfied\", \"value\": 6}";

    private static final String GOAL = """
            {"what": "Walk to the quince tree", "weight": %d,
             "levels": ["Stays in", "", "Walks there with Zebedee", "", "Walks there alone"]}""";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api priya;
    private UUID margaret;

    @BeforeEach
    void aPerson() {
        council = TestCouncil.create(port);
        priya = council.member("practitioner");
        margaret = council.person("Margaret", "Ellison");
    }

    @Test
    void isTheBaselineAtFirstAndAFollowUpLater() {
        var first = record("ons4", SPRING, SATISFIED);
        var later = record("ons4", TODAY, SATISFIED.replace("6", "7"));
        var other = record("ucla3-direct", TODAY, "{\"item\": \"direct\", \"value\": 2}");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(first.json().path("baseline").asBoolean()).isTrue();
        assertThat(later.json().path("baseline").asBoolean()).isFalse();
        assertThat(other.json().path("baseline").asBoolean()).isTrue();
        var listed = list().json().path("items");
        assertThat(listed).hasSize(3);
        assertThat(listed.path(2)).isEqualTo(first.json());
        assertThat(listed.path(2).path("recordedByName").asString()).isEqualTo("Priya N");
    }

    @Test
    void keepsThreeReasonsForNoAnswerApart() {
        var recorded = record(
                "ons4",
                TODAY,
                SATISFIED + ", {\"item\": \"worthwhile\", \"noAnswer\": \"not-today\"},"
                        + " {\"item\": \"happy\", \"noAnswer\": \"did-not-want-to\"}");

        var answers = recorded.json().path("answers");
        assertThat(answers.path(0).path("value").asInt()).isEqualTo(6);
        assertThat(answers.path(1).path("noAnswer").asString()).isEqualTo("not-today");
        assertThat(answers.path(2).path("noAnswer").asString()).isEqualTo("did-not-want-to");
        assertThat(answers.path(3).path("noAnswer").asString()).isEqualTo("not-asked");
        assertThat(score(recorded.json(), "satisfied")).isEqualTo("6");
        assertThat(score(recorded.json(), "worthwhile")).isEmpty();
    }

    @Test
    void isScoredOnlyIfEveryQuestionOfTheSumHasAnAnswer() {
        var three = """
                {"item": "companionship", "value": 3}, {"item": "left-out", "value": 2}, {"item": "isolated", "value": 1}""";

        var whole = record("ucla3-direct", SPRING, three);
        var part = record("ucla3-direct", TODAY, three.replace("\"value\": 2", "\"noAnswer\": \"not-today\""));

        assertThat(score(whole.json(), "ucla3")).isEqualTo("6");
        assertThat(score(part.json(), "ucla3")).isEmpty();
    }

    @Test
    void refusesEveryAnswerThatIsOutOfRange() {
        var wrong = record(
                "ons4",
                TODAY,
                "{\"item\": \"satisfied\", \"value\": 11}, {\"item\": \"happy\", \"value\": 5},"
                        + " {\"item\": \"anxious\", \"value\": 2.5}, {\"item\": \"lonely\", \"value\": 1}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("\"pointer\":\"#/answers/0/value\",\"code\":\"AnswerOutOfRange\"")
                .contains("#/answers/2/value")
                .contains("\"pointer\":\"#/answers/3/item\",\"code\":\"QuestionUnknown\"")
                .doesNotContain("#/answers/1");
        assertThat(record("ons4", TODAY, SATISFIED.replace("6", "-1")).text()).contains("between 0 and 10");
        for (var none : List.of(
                "",
                "{\"item\": \"happy\", \"noAnswer\": \"not-asked\"}",
                "{\"item\": \"happy\"}",
                "{\"item\": \"happy\", \"value\": 1, \"noAnswer\": \"not-today\"}")) {
            assertThat(record("ons4", TODAY, none).status()).as(none).isEqualTo(400);
        }
        assertThat(record("no-such", TODAY, SATISFIED).text()).contains("InstrumentUnknown");
    }

    @Test
    void takesOnlyTheScoreOfLicensedInstruments() {
        var instruments = priya.get("/api/instruments").json().path("items");

        assertThat(instruments.findValuesAsString("code")).contains("ons4", "gas", "ascot", "swemwbs");
        for (var instrument : instruments) {
            if (instrument.path("form").asString().equals("score")) {
                assertThat(instrument.path("items").findValuesAsString("id"))
                        .as(instrument.path("code").asString())
                        .containsExactly("score");
            }
        }
        assertThat(record("ascot", SPRING, "{\"item\": \"score\", \"value\": 0.814}")
                        .status())
                .isEqualTo(201);
        assertThat(record("ascot", TODAY, "{\"item\": \"score\", \"value\": 1.01}")
                        .text())
                .contains("AnswerOutOfRange");
        assertThat(record("swemwbs", TODAY, "{\"item\": \"score\", \"value\": 21.5}")
                        .text())
                .contains("AnswerOutOfRange");
    }

    @Test
    void saysWhichWordingWasNotComparedWithItsSource() {
        var ons4 = priya.get("/api/instruments").json().path("items").path(0);

        assertThat(ons4.path("items").findValuesAsString("wording"))
                .containsExactly("verified", "verified", "not-verified", "not-verified");
        assertThat(ons4.path("licence").asString()).contains("Open Government Licence");
        assertThat(ons4.path("scales").path(3).path("direction").asString()).isEqualTo("lower-is-better");
        assertThat(ons4.toString()).doesNotContain("minimumImportantChange");
    }

    @Test
    void hasOneBaselineBeforeEveryFollowUp() {
        var first = record("ons4", SPRING, SATISFIED);
        var later = record("ons4", TODAY, SATISFIED);

        assertThat(record("ons4", SPRING.minusDays(1), SATISFIED).text())
                .contains("BeforeBaseline")
                .contains("The first answers are of");
        assertThat(record("ons4", TODAY, SATISFIED).text()).contains("DayTaken");
        assertThat(record("ons4", TODAY.plusDays(1), SATISFIED).text()).contains("DayInFuture");
        assertThat(correct(later, SPRING.minusDays(1), SATISFIED).text()).contains("BeforeBaseline");
        assertThat(correct(first, TODAY.plusDays(1), SATISFIED).text()).contains("DayInFuture");
        record("ons4", TODAY.minusDays(5), SATISFIED);
        assertThat(correct(first, TODAY.minusDays(1), SATISFIED).text()).contains("AfterFollowUp");
    }

    @Test
    void keepsWhatWasRecordedBeforeACorrection() {
        var first = record("ons4", SPRING, SATISFIED);

        var corrected = correct(first, SPRING.minusDays(2), SATISFIED.replace("6", "4"));
        var stale = correct(first, SPRING, SATISFIED);

        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(score(corrected.json(), "satisfied")).isEqualTo("4");
        var before = corrected.json().path("corrections").path(0);
        assertThat(before.path("day").asString()).isEqualTo(SPRING.toString());
        assertThat(before.path("answers").path(0).path("value").asInt()).isEqualTo(6);
        assertThat(before.path("reason").asString()).isEqualTo("A slip of Zebedee");
        assertThat(before.path("byName").asString()).isEqualTo("Priya N");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("current")).isEqualTo(corrected.json());
        assertThat(priya.put(path(first), body(SPRING, SATISFIED, "", ""), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
        assertThat(priya.put(path(first), body(SPRING, SATISFIED, "", ", \"reason\": \"A slip\""))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void scoresGoalsThatWereSetTheFirstTime() {
        var goals = ", \"goals\": [" + GOAL.formatted(2) + ", " + GOAL.formatted(1) + "]";
        var levels = "{\"item\": \"goal-1\", \"value\": %d}, {\"item\": \"goal-2\", \"value\": %d}";

        assertThat(record("gas", SPRING, levels.formatted(-1, -1)).text()).contains("GoalsNeeded");
        var first = priya.post(measures(), body(SPRING, levels.formatted(-1, -1), "\"instrument\": \"gas\",", goals));
        var later = record("gas", TODAY, levels.formatted(1, -1));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(later.status()).as(later.toString()).isEqualTo(201);
        assertThat(score(later.json(), "t")).isEqualTo("54.016");
        assertThat(later.json().path("goals")).isEqualTo(first.json().path("goals"));
        var again = body(TODAY.minusDays(1), levels.formatted(0, 0), "\"instrument\": \"gas\",", goals);
        assertThat(priya.post(measures(), again).text()).contains("GoalsAlreadySet");
        assertThat(record("gas", TODAY.minusDays(1), levels.formatted(3, 0)).text())
                .contains("AnswerOutOfRange");
        var one = ", \"reason\": \"One too many\", \"goals\": [" + GOAL.formatted(2) + "]";
        assertThat(priya.put(path(first), body(SPRING, levels.formatted(1, 1), "", one), "If-Match", "\"0\"")
                        .text())
                .contains("GoalsInUse");
    }

    @Test
    void mayBelongToAConversationWithThePerson() {
        var withHer = conversation(margaret);
        var withTom = conversation(council.person("Tom", "Akande"));

        var recorded = priya.post(
                measures(),
                body(TODAY, SATISFIED, "\"instrument\": \"ons4\", \"conversationId\": \"" + withHer + "\",", ""));
        var wrong = priya.post(
                measures(),
                body(SPRING, SATISFIED, "\"instrument\": \"ons4\", \"conversationId\": \"" + withTom + "\",", ""));

        assertThat(recorded.json().path("conversationId").asString()).isEqualTo(withHer);
        assertThat(wrong.status()).isEqualTo(404);
    }

    @Test
    void isRecordedOnceHoweverOftenItIsSent() {
        var key = UUID.randomUUID().toString();
        var body = body(TODAY, SATISFIED, "\"instrument\": \"ons4\",", "");

        var first = priya.send("POST", measures(), body, "Idempotency-Key", key);
        var again = priya.send("POST", measures(), body, "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(list().json().path("items")).hasSize(1);
    }

    @Test
    void isNeverShownToHubStaffAndItsFiguresOnlyToPractitionersAndLeads() {
        var first = record("ons4", TODAY, SATISFIED);
        var staff = council.hubStaff();
        var lead = council.lead();

        for (var caller : List.of(staff, lead)) {
            assertThat(caller.get(measures()).status()).isEqualTo(403);
            assertThat(caller.post(measures(), body(SPRING, SATISFIED, "\"instrument\": \"ons4\",", ""))
                            .status())
                    .isEqualTo(403);
            assertThat(caller.put(path(first), "{}", "If-Match", "\"0\"").status())
                    .isEqualTo(403);
        }
        for (var path : List.of("/api/instruments", "/api/measures/change")) {
            assertThat(staff.get(path).status()).isEqualTo(403);
            assertThat(lead.get(path).status()).isEqualTo(200);
            assertThat(priya.get(path).status()).isEqualTo(200);
        }
        assertThat(staff.get("/api/people/" + margaret).text()).doesNotContain("satisfied", "ons4");
        assertThat(staff.get("/api/people/" + margaret + "/bookings").text()).doesNotContain("ons4");
    }

    @Test
    void leavesNoWordsInTheAuditOrInClear() {
        var goals = ", \"goals\": [" + GOAL.formatted(1) + "]";
        var level = "{\"item\": \"goal-1\", \"value\": 0}";
        var first = priya.post(measures(), body(SPRING, level, "\"instrument\": \"gas\",", goals));
        var corrected = priya.put(
                path(first),
                body(SPRING, level, "", goals + ", \"reason\": \"A slip of Zebedee\""),
                "If-Match",
                "\"0\"");

        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(council.events())
                .contains("measure recorded", "measure corrected")
                .doesNotContainIgnoringCase("quince")
                .doesNotContain("Zebedee");
        for (var table : List.of("measure", "measure_correction")) {
            assertThat(RunningService.superuser()
                            .sql("select count(*) from app." + table
                                    + " t where t.tenant_id = ? and strpos(t::text, encode('uince', 'hex')) > 0")
                            .param(council.id())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void showsTheMeanChangeOfTheCouncilFromEightPairsOnAndNamesNoOne() {
        for (int number = 0; number < 7; number++) {
            pair(number);
        }
        var hidden = change("satisfied");
        pair(7);
        record("ons4", SPRING, SATISFIED);
        record(
                "ons4",
                SPRING.plusMonths(13).isAfter(TODAY) ? TODAY : TODAY.minusDays(1),
                "{\"item\": \"happy\", \"value\": 6}");

        var shown = change("satisfied");

        assertThat(hidden.hasNonNull("pairs")).isFalse();
        assertThat(hidden.hasNonNull("mean")).isFalse();
        assertThat(shown.path("pairs").asInt()).isEqualTo(8);
        assertThat(shown.path("mean").asDouble()).isEqualTo(1.5);
        assertThat(shown.path("low").asDouble()).isEqualTo(0.5);
        assertThat(shown.path("high").asDouble()).isEqualTo(2.5);
        assertThat(council.lead().get("/api/measures/change").text())
                .doesNotContain("Ellison")
                .doesNotContain(margaret.toString());
    }

    @Test
    void withdrawnAnswersAreNeitherShownNorCounted() {
        var first = record("ons4", SPRING, SATISFIED);
        record("ons4", TODAY, SATISFIED.replace("6", "7"));

        assertThat(withdraw(first, "Answers of Zebedee").status()).isEqualTo(204);

        var items = list().json().path("items");
        assertThat(items).hasSize(2);
        assertThat(items.path(0).path("baseline").asBoolean()).isTrue();
        assertThat(items.path(1).path("answers")).isEmpty();
        assertThat(items.path(1).path("scores")).isEmpty();
        assertThat(items.at("/1/withdrawn/reason").asString()).isEqualTo("Answers of Zebedee");
        assertThat(items.at("/1/withdrawn/byName").asString()).isEqualTo("Priya N");
        assertThat(priya.get("/api/people/" + margaret + "/timeline").text()).doesNotContain(SPRING.toString());
        assertThat(correct(first, SPRING, SATISFIED).status()).isEqualTo(404);
        assertThat(withdraw(first, "Again").status()).isEqualTo(404);
    }

    @Test
    void answersThatAColleagueHasCorrectedAreNotWithdrawnUnseen() {
        var measure = record("ons4", SPRING, SATISFIED);
        correct(measure, SPRING, SATISFIED.replace("6", "7"));

        var refused = withdraw(measure, "Another person");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().path("current").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void theSameDayCanBeAnsweredAgainAfterAWithdrawal() {
        var wrong = record("ons4", TODAY, SATISFIED);
        assertThat(withdraw(wrong, "Another person").status()).isEqualTo(204);

        var right = record("ons4", TODAY, SATISFIED.replace("6", "2"));

        assertThat(right.status()).as(right.toString()).isEqualTo(201);
        assertThat(right.json().path("baseline").asBoolean()).isTrue();
    }

    @Test
    void goalsOfLaterAnswersAreNotWithdrawn() {
        var goals = ", \"goals\": [" + GOAL.formatted(1) + "]";
        var first = priya.post(
                measures(), body(SPRING, "{\"item\": \"goal-1\", \"value\": -1}", "\"instrument\": \"gas\",", goals));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        var later = record("gas", TODAY, "{\"item\": \"goal-1\", \"value\": 1}");
        assertThat(later.status()).as(later.toString()).isEqualTo(201);

        assertThat(withdraw(first, "Another person").problem()).isEqualTo("goals-in-use");
        assertThat(withdraw(later, "Another person").status()).isEqualTo(204);
        assertThat(withdraw(first, "Another person").status()).isEqualTo(204);
    }

    @Test
    void answersUnderBothIdsOfAMergedPersonAreOnePair() {
        for (int number = 0; number < 7; number++) {
            pair(number);
        }
        var peg = council.person("Peg", "Ellison");
        priya.post(
                "/api/people/" + peg + "/measures",
                body(SPRING, SATISFIED.replace("6", "4"), "\"instrument\": \"ons4\",", ""));
        record("ons4", TODAY, SATISFIED.replace("6", "7"));
        assertThat(change("satisfied").path("pairs").asInt()).isLessThan(8);
        var staff = council.member("hub-staff", "lead");
        var merge = staff.post(
                        "/api/person-merges",
                        "{\"mergedId\": \"%s\", \"keptId\": \"%s\", \"reason\": \"Peg is Margaret\"}"
                                .formatted(peg, margaret))
                .json()
                .path("id")
                .asString();

        assertThat(staff.post("/api/person-merges/" + merge + "/merge", "").status())
                .isEqualTo(200);

        assertThat(change("satisfied").path("pairs").asInt()).isEqualTo(8);
    }

    private Answer withdraw(Answer measure, String reason) {
        return priya.send("POST", path(measure) + "/withdraw", "{\"reason\": \"" + reason + "\"}", "If-Match", "\"0\"");
    }

    /** Records two answers of a new person, whose change is 0, 1, 2 or 3. */
    private void pair(int number) {
        var person = "/api/people/" + council.person("Person", "Number" + number) + "/measures";
        for (var day : List.of(SPRING, TODAY)) {
            var value = day.equals(SPRING) ? 4 : 4 + number % 4;
            var recorded = priya.post(
                    person, body(day, SATISFIED.replace("6", String.valueOf(value)), "\"instrument\": \"ons4\",", ""));
            assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
        }
    }

    private JsonNode change(String scale) {
        for (var item : council.lead().get("/api/measures/change").json().path("items")) {
            if (item.path("scale").asString().equals(scale)) {
                return item;
            }
        }
        throw new AssertionError(scale);
    }

    private Answer list() {
        return priya.get(measures());
    }

    private Answer record(String instrument, LocalDate day, String answers) {
        return priya.post(measures(), body(day, answers, "\"instrument\": \"" + instrument + "\",", ""));
    }

    private Answer correct(Answer measure, LocalDate day, String answers) {
        return priya.put(
                path(measure), body(day, answers, "", ", \"reason\": \"A slip of Zebedee\""), "If-Match", "\"0\"");
    }

    private String measures() {
        return "/api/people/" + margaret + "/measures";
    }

    private String path(Answer measure) {
        return measures() + "/" + measure.json().path("id").asString();
    }

    private static String body(LocalDate day, String answers, String before, String after) {
        return "{%s \"day\": \"%s\", \"how\": \"asked\", \"answers\": [%s]%s}".formatted(before, day, answers, after);
    }

    private static String score(JsonNode measure, String scale) {
        for (var score : measure.path("scores")) {
            if (score.path("scale").asString().equals(scale)) {
                return score.path("value").asString();
            }
        }
        return "";
    }

    private String conversation(UUID person) {
        return priya.post("/api/conversations", "{\"personIds\": [\"%s\"]}".formatted(person))
                .json()
                .path("id")
                .asString();
    }
}
