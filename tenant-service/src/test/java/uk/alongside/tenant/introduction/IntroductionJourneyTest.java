package uk.alongside.tenant.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

/** The introductions of councils over the real database, with the round run when a test wants it. */
class IntroductionJourneyTest extends TenantServiceTest {

    private static final String QUESTIONS = "/api/introductions/questions";
    private static final String REQUESTS = "/api/introductions/requests";
    private static final String OFFER = "/api/introductions/offer";

    @Autowired
    private IntroductionRound round;

    /** A live council whose caller is a machine, and whose named lead is a person. */
    private record Side(NewCouncil council, String id, String lead, Http http) {

        String email() {
            return "ann@" + council.alias() + ".example";
        }
    }

    @BeforeEach
    @AfterEach
    void clear() {
        Stream.of("offer", "question", "request")
                .forEach(table ->
                        superuser().sql("delete from app.introduction_" + table).update());
    }

    @Test
    void namesBothToEachOtherOnceBothHaveSaidYesAndNeitherBefore() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");

        var question = ask(asking, "attended");
        assertThat(requests(asked)).as("before the round").isEmpty();
        round.run();
        var request = only(requests(asked));

        assertThat(request.path("status").asString()).isEqualTo("asked");
        assertKnowNothingOfEachOther(asking, asked);
        eventually(Duration.ofMinutes(2), () -> mails(asked).size() == 1);
        assertThat(mails(asked).getFirst()).contains("First bookings that were kept", "introductions=all");

        answer(asked, request, "yes");
        assertKnowNothingOfEachOther(asking, asked);
        round.run();

        assertThat(question(asking, question).path("status").asString()).isEqualTo("introduced");
        assertIsNamed(question(asking, question).path("other"), asked);
        assertIsNamed(only(requests(asked)).path("other"), asking);
        eventually(
                Duration.ofMinutes(2),
                () -> mails(asking).size() == 1 && mails(asked).size() == 2);
        assertThat(mails(asking).getFirst()).contains(asked.council().name(), "Ann Lead", asked.email());
        assertThat(String.join(" ", mails(asked))).contains(asking.council().name(), "Ann Lead", asking.email());
        assertThat(audit(asking)).contains(asked.council().name());
        assertThat(audit(asked)).contains(asking.council().name());

        round.run();
        assertThat(requests(asked)).as("after another round").hasSize(1);
    }

    @Test
    void sharesNoIdBetweenTheTwoSides() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        var question = ask(asking, "attended");
        round.run();

        assertThat(asked.http().get(REQUESTS).text()).doesNotContain(question);
        assertThat(audit(asked)).doesNotContain(question);
    }

    /** The answers to two councils, of which one has a willing peer, are compared while the question is open. */
    @Test
    void looksTheSameToACouncilWhetherOrNotOneIsWilling() {
        var lonely = side();
        ask(lonely, "happier");
        round.run();
        var withoutPeer = seen(lonely);
        clear();
        var willing = side();
        offer(willing, "happier");
        var asking = side();
        ask(asking, "happier");
        round.run();
        assertThat(seen(asking)).as("asked").isEqualTo(withoutPeer);

        answer(willing, only(requests(willing)), "not-now");
        round.run();
        assertThat(seen(asking)).as("declined").isEqualTo(withoutPeer);

        offer(willing);
        round.run();
        assertThat(seen(asking)).as("not offered any more").isEqualTo(withoutPeer);
        assertThat(mails(asking)).isEmpty();
    }

    @Test
    void endsTheSameWayAfter28DaysWhetherOrNotOneWasWilling() {
        var lonely = side();
        ask(lonely, "happier");
        var asking = side();
        ask(asking, "attended");
        var asked = side();
        offer(asked, "attended");
        round.run();
        age("question", "28 days 1 hour");

        round.run();

        for (var side : List.of(lonely, asking)) {
            assertThat(only(questions(side)).path("status").asString()).isEqualTo("ended");
            assertThat(only(questions(side)).has("other")).isFalse();
            eventually(Duration.ofMinutes(2), () -> mails(side).size() == 1);
        }
        assertThat(mails(lonely).getFirst().replaceAll("Council of \\S+", "").replaceAll("First .*kept|Happier", ""))
                .isEqualTo(mails(asking)
                        .getFirst()
                        .replaceAll("Council of \\S+", "")
                        .replaceAll("First .*kept|Happier", ""));
        var request = only(requests(asked));
        assertThat(request.path("status").asString()).isEqualTo("ended");
        assertThat(answered(asked, request, "yes")).isEqualTo("409 introduction-request-over");
    }

    @Test
    void takesAYesThatCameBeforeTheRoundThatEndsTheQuestion() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        age("question", "28 days 1 hour");
        answer(asked, only(requests(asked)), "yes");

        round.run();

        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("introduced");
    }

    @Test
    void asksAnotherCouncilAfterANoOrFourteenDaysOfSilenceAndNoneTwice() {
        var asking = side();
        var willing = List.of(side(), side(), side());
        willing.forEach(side -> offer(side, "attended"));
        ask(asking, "attended");
        round.run();
        var first = withRequest(willing, 1).getFirst();
        round.run();
        assertThat(withRequest(willing, 1)).as("one at a time").containsExactly(first);

        answer(first, only(requests(first)), "not-now");
        round.run();
        var two = withRequest(willing, 1);
        assertThat(two).hasSize(2).contains(first);

        age("request", "14 days 1 hour");
        round.run();
        round.run();
        assertThat(withRequest(willing, 1)).hasSize(3);

        age("request", "14 days 1 hour");
        round.run();
        round.run();
        assertThat(withRequest(willing, 1)).as("each once").hasSize(3);
        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("open");
    }

    @Test
    void isNotAskedAgainInTheYearForTheSameCouncilAndRate() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        var first = ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "not-now");
        asking.http().post(QUESTIONS + "/" + first + "/withdraw", "");

        ask(asking, "attended");
        round.run();

        assertThat(requests(asked)).hasSize(1);
    }

    @Test
    void notAgainTakesTheRateOutOfTheOffer() {
        var asked = side();
        offer(asked, "attended", "happier");
        ask(side(), "attended");
        round.run();

        answer(asked, only(requests(asked)), "not-again");

        assertThat(asked.http().get(OFFER).body().path("rates").toString()).isEqualTo("[\"happier\"]");
        ask(side(), "attended");
        round.run();
        assertThat(requests(asked)).hasSize(1);
    }

    @Test
    void endsWhatIsAskedWhenTheOfferIsWithdrawnAlsoAfterAYes() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");

        offer(asked);
        round.run();

        assertThat(only(requests(asked)).path("status").asString()).isEqualTo("ended");
        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("open");
        assertKnowNothingOfEachOther(asking, asked);
    }

    @Test
    void aQuestionThatIsTakenBackNamesNeitherAlsoAfterAYes() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        var question = ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");

        var withdraw = QUESTIONS + "/" + question + "/withdraw";
        assertThat(asking.http().post(withdraw, "").status()).isEqualTo(200);
        assertThat(asking.http().post(withdraw, "").summary()).isEqualTo("409 introduction-question-over");
        round.run();

        assertThat(only(requests(asked)).path("status").asString()).isEqualTo("ended");
        assertKnowNothingOfEachOther(asking, asked);
    }

    @Test
    void aLeadWhoHasLeftIsNotNamed() {
        var asking = side();
        var asked = side();
        offer(asked, "attended", "happier");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");
        suspend(asked);
        round.run();
        assertThat(only(requests(asked)).path("status").asString())
                .as("said yes")
                .isEqualTo("ended");
        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("open");

        suspend(asking);
        round.run();
        assertThat(only(questions(asking)).path("status").asString())
                .as("asked")
                .isEqualTo("ended");
        assertKnowNothingOfEachOther(asking, asked);
    }

    @Test
    void twoThatAskEachOtherAtOnceAreBothAskedBlind() {
        var one = side();
        var other = side();
        offer(one, "attended");
        offer(other, "happier");
        ask(one, "happier");
        ask(other, "attended");
        round.run();
        assertKnowNothingOfEachOther(one, other);

        answer(one, only(requests(one)), "yes");
        answer(other, only(requests(other)), "yes");
        round.run();

        for (var side : List.of(one, other)) {
            assertThat(only(questions(side)).path("status").asString()).isEqualTo("introduced");
            assertThat(only(requests(side)).path("status").asString()).isEqualTo("introduced");
        }
    }

    @Test
    void aCouncilThatIsSuspendedAfterItsYesIsNotNamedAndAnotherOneIsAsked() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");
        var other = side();
        offer(other, "attended");

        markSuspended(asked, true);
        round.run();

        assertThat(only(requests(asked)).path("status").asString()).isEqualTo("ended");
        assertThat(requests(other)).hasSize(1);
        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("open");
        assertKnowNothingOfEachOther(asking, asked);
        markSuspended(asked, false);
        round.run();
        assertThat(requests(asked)).as("after it was resumed").hasSize(1);
    }

    @Test
    void theQuestionOfASuspendedCouncilWaitsAndEndsInTheCouncilThatWasAsked() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");

        markSuspended(asking, true);
        round.run();

        assertThat(only(requests(asked)).path("status").asString()).isEqualTo("ended");
        assertThat(only(questions(asking)).path("status").asString()).isEqualTo("open");
        assertKnowNothingOfEachOther(asking, asked);
        var other = side();
        offer(other, "attended");
        round.run();
        assertThat(requests(other)).as("while it is suspended").isEmpty();
        markSuspended(asking, false);
        round.run();
        assertThat(requests(other)).as("after it was resumed").hasSize(1);
    }

    @Test
    void neverAsksTheCouncilThatAsks() {
        var side = side();
        offer(side, "attended");
        ask(side, "attended");

        round.run();

        assertThat(requests(side)).isEmpty();
    }

    @Test
    void asksNoCouncilThatIsNotLiveOrOfTheOtherKind() {
        var asking = side();
        var settingUp = side();
        var existing = side();
        var suspended = side();
        offer(suspended, "attended");
        markSuspended(suspended, true);
        offer(settingUp, "attended");
        offer(existing, "attended");
        superuser()
                .sql("update shared.council set status = 'setting-up' where id = ?::uuid")
                .param(settingUp.id())
                .update();
        superuser()
                .sql("update shared.council set demonstration = false where id = ?::uuid")
                .param(existing.id())
                .update();
        try {
            ask(asking, "attended");
            round.run();

            assertThat(requests(settingUp)).isEmpty();
            assertThat(requests(existing)).isEmpty();
            assertThat(requests(suspended)).isEmpty();
            for (var side : List.of(settingUp, suspended)) {
                assertThat(side.http().post(QUESTIONS, body("happier")).summary())
                        .isEqualTo("409 introduction-not-live");
            }
        } finally {
            superuser()
                    .sql("update shared.council set demonstration = true where id = ?::uuid")
                    .param(existing.id())
                    .update();
        }
    }

    @Test
    void aCouncilAsksFourTimesAYearAndOnceAtATimeAboutARate() {
        var side = side();
        var first = ask(side, "attended");
        assertThat(side.http().post(QUESTIONS, body("attended")).summary()).isEqualTo("409 introduction-already-asked");
        side.http().post(QUESTIONS + "/" + first + "/withdraw", "");
        ask(side, "attended");
        ask(side, "happier");
        assertThat(side.http().get(QUESTIONS).body().path("left").asInt()).isEqualTo(1);
        ask(side, "less-lonely");

        assertThat(side.http().post(QUESTIONS, body("listened-to")).summary()).isEqualTo("409 introduction-limit");
        assertThat(side.http().get(QUESTIONS).body().path("left").asInt()).isZero();
        age("question", "366 days");
        assertThat(side.http().post(QUESTIONS, body("listened-to")).status()).isEqualTo(201);
    }

    @Test
    void finishesAnIntroductionThatWasInterruptedBetweenTheTwoSides() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");
        superuser()
                .sql("""
                        update app.introduction_question
                        set status = 'introduced', ended_at = now(), other_council = ?, other_lead = 'Ann Lead', other_email = ?
                        where tenant_id = ?::uuid""")
                .params(asked.council().name(), asked.email(), asking.id())
                .update();

        markSuspended(asked, true);
        round.run();
        assertThat(only(requests(asked)).path("status").asString())
                .as("while it is suspended")
                .isEqualTo("accepted");
        markSuspended(asked, false);
        round.run();

        assertIsNamed(only(requests(asked)).path("other"), asking);
    }

    @Test
    void forgetsAYearAfterTheEnd() {
        var asking = side();
        var asked = side();
        offer(asked, "attended");
        ask(asking, "attended");
        round.run();
        answer(asked, only(requests(asked)), "yes");
        round.run();
        for (var table : List.of("question", "request")) {
            superuser()
                    .sql("update app.introduction_" + table + " set ended_at = now() - interval '366 days'")
                    .update();
        }
        markSuspended(asked, true);

        round.run();

        assertThat(questions(asking)).isEmpty();
        assertThat(requests(asked)).isEmpty();
    }

    @Test
    void anotherCouncilsQuestionsAndRequestsAreNotFound() {
        var asking = side();
        var asked = side();
        var stranger = side();
        offer(asked, "attended");
        var question = ask(asking, "attended");
        round.run();
        var request = only(requests(asked)).path("id").asString();

        for (var side : List.of(asked, stranger)) {
            assertThat(side.http().get(QUESTIONS + "/" + question).summary()).isEqualTo("404 not-found");
            assertThat(side.http()
                            .post(QUESTIONS + "/" + question + "/withdraw", "")
                            .summary())
                    .isEqualTo("404 not-found");
        }
        for (var side : List.of(asking, stranger)) {
            assertThat(side.http()
                            .post(REQUESTS + "/" + request + "/answer", "{\"answer\": \"yes\"}")
                            .summary())
                    .isEqualTo("404 not-found");
            assertThat(side.http().get(REQUESTS).text()).doesNotContain(request);
        }
    }

    @Test
    void anOfferIsChangedByItsVersion() {
        var side = side();
        offer(side, "attended");

        assertThat(side.http().put(OFFER, "{\"rates\": []}", "\"0\"").summary()).isEqualTo("412 stale-version");
        assertThat(side.http()
                        .put(OFFER, "{\"rates\": [\"no-such-rate\"]}", "\"1\"")
                        .status())
                .isEqualTo(400);
        assertThat(side.http().get(OFFER).header("ETag")).isEqualTo("\"1\"");
    }

    private Side side() {
        var council = aCouncil();
        var id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        var http = lead(council);
        superuser()
                .sql("update shared.council set status = 'live' where id = ?::uuid")
                .param(id)
                .update();
        var lead = person(id, "Ann Lead", "ann@" + council.alias() + ".example", "lead");
        return new Side(council, id, lead, http);
    }

    private static String body(String rate) {
        return "{\"rate\": \"" + rate + "\"}";
    }

    private void offer(Side side, String... rates) {
        var version = side.http().get(OFFER).header("ETag");
        var body = Stream.of(rates).map(rate -> "\"" + rate + "\"").toList();
        var changed = side.http().put(OFFER, "{\"rates\": " + body + "}", version);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    /** Asks as the lead who is a person, because a machine client has no name to give. */
    private String ask(Side side, String rate) {
        var asked = side.http().post(QUESTIONS, body(rate));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        superuser()
                .sql("update app.introduction_question set asked_by_id = ?::uuid where tenant_id = ?::uuid")
                .params(side.lead(), side.id())
                .update();
        return asked.body().path("id").asString();
    }

    private void answer(Side side, JsonNode request, String answer) {
        assertThat(answered(side, request, answer)).isEqualTo("200");
        superuser()
                .sql("update app.introduction_request set answered_by_id = ?::uuid where tenant_id = ?::uuid")
                .params(side.lead(), side.id())
                .update();
    }

    private static String answered(Side side, JsonNode request, String answer) {
        return side.http()
                .post(REQUESTS + "/" + request.path("id").asString() + "/answer", "{\"answer\": \"" + answer + "\"}")
                .summary();
    }

    private static List<JsonNode> questions(Side side) {
        return items(side.http().get(QUESTIONS));
    }

    private static JsonNode question(Side side, String id) {
        return side.http().get(QUESTIONS + "/" + id).body();
    }

    private static List<JsonNode> requests(Side side) {
        return items(side.http().get(REQUESTS));
    }

    private static List<JsonNode> items(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new ArrayList<>(answer.body().path("items").valueStream().toList());
    }

    private static JsonNode only(List<JsonNode> items) {
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static List<Side> withRequest(List<Side> sides, int requests) {
        return sides.stream().filter(side -> requests(side).size() == requests).toList();
    }

    /** Returns all that the side's leads can read of their question, without its id and times. */
    private static String seen(Side side) {
        return side.http().get(QUESTIONS).text().replaceAll("\"(id|askedAt|lapsesAt)\":\"[^\"]*\"", "");
    }

    private void assertKnowNothingOfEachOther(Side one, Side other) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            var reader = pair.getFirst();
            var unnamed = pair.getLast();
            var readable = Stream.of(QUESTIONS, REQUESTS, OFFER)
                    .map(path -> reader.http().get(path).text())
                    .toList();
            assertThat(String.join(" ", readable) + audit(reader) + String.join(" ", mails(reader)))
                    .doesNotContain(unnamed.council().alias(), unnamed.id(), unnamed.lead());
        }
        assertThat(superuser().sql("""
                        select (select count(*) from app.introduction_question where other_council is not null)
                            + (select count(*) from app.introduction_request where other_council is not null)""").query(Integer.class).single()).isZero();
    }

    private static void assertIsNamed(JsonNode other, Side side) {
        assertThat(other.path("council").asString()).isEqualTo(side.council().name());
        assertThat(other.path("lead").asString()).isEqualTo("Ann Lead");
        assertThat(other.path("email").asString()).isEqualTo(side.email());
    }

    private static String audit(Side side) {
        return side.http().get("/api/settings/audit/events").text();
    }

    private List<String> mails(Side side) {
        return operator()
                .get("/api/councils/" + side.id() + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(side.email()))
                .filter(mail -> mail.path("text").asString().contains("introductions=all"))
                .map(mail -> mail.path("subject").asString() + "\n"
                        + mail.path("text").asString())
                .toList();
    }

    private void suspend(Side side) {
        superuser()
                .sql("update app.member set status = 'suspended' where id = ?::uuid")
                .param(side.lead())
                .update();
    }

    /** Marks the council in the register only, so that its leads can still read here what became of it. */
    private void markSuspended(Side side, boolean suspended) {
        superuser()
                .sql("update shared.council set suspended = ? where id = ?::uuid")
                .params(suspended, side.id())
                .update();
    }

    private void age(String table, String interval) {
        superuser()
                .sql("update app.introduction_" + table + " set asked_at = now() - interval '" + interval + "'")
                .update();
    }
}
