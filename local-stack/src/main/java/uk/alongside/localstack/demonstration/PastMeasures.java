package uk.alongside.localstack.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import uk.alongside.localstack.demonstration.PastConversations.Written;
import uk.alongside.localstack.demonstration.PastVisits.Resident;

/**
 * Writes how people said they were at their first and at their last talk, and whether they felt listened to. Most are a
 * little better at the last talk, some are not, and some gave no answer.
 */
final class PastMeasures {

    private static final JsonMapper JSON = new JsonMapper();

    private final Rows rows;
    private final CouncilTexts texts;
    private final Chance chance;
    private final LocalDate until;

    PastMeasures(Rows rows, CouncilTexts texts, Chance chance, LocalDate until) {
        this.rows = rows;
        this.texts = texts;
        this.chance = chance;
        this.until = until;
    }

    /** Writes the measures of a person from their finished records, the first one first. */
    void write(Resident person, List<Written> records, UUID practitioner) {
        if (records.isEmpty()) {
            return;
        }
        boolean thread = person.story().talks().size() > 1;
        if (chance.below(100, person.word(), "ons4") < (thread ? 70 : 20)) {
            writePair("ons4", person, records, practitioner);
        }
        if (chance.below(100, person.word(), "ucla3") < (thread ? 40 : 10)) {
            writePair("ucla3-direct", person, records, practitioner);
        }
        for (var record : records) {
            if (chance.below(100, record.word(), "experience") < 45) {
                var answers = JSON.createArrayNode();
                List.of("listened", "important", "know-next").forEach(item -> experience(answers, record, item));
                write("experience3", person, record, answers, practitioner);
            }
        }
    }

    private void writePair(String instrument, Resident person, List<Written> records, UUID practitioner) {
        write(instrument, person, records.getFirst(), answers(instrument, person, false), practitioner);
        if (records.size() > 1) {
            write(instrument, person, records.getLast(), answers(instrument, person, true), practitioner);
        }
    }

    private ArrayNode answers(String instrument, Resident person, boolean followUp) {
        var answers = JSON.createArrayNode();
        if (instrument.equals("ons4")) {
            ons4(answers, person, "satisfied", 2, new Change(-2, 3), followUp);
            ons4(answers, person, "worthwhile", 3, new Change(-1, 2), followUp);
            ons4(answers, person, "happy", 2, new Change(-2, 4), followUp);
            ons4(answers, person, "anxious", 4, new Change(-3, 2), followUp);
        } else {
            List.of("companionship", "left-out", "isolated").forEach(item -> {
                int before = 1 + chance.below(3, person.word(), item);
                int better = chance.oneIn(3, person.word(), item, "better") ? 1 : 0;
                answer(answers, person, item, followUp ? Math.max(before - better, 1) : before, followUp);
            });
            int before = 3 + chance.below(3, person.word(), "direct");
            int better = chance.below(3, person.word(), "direct", "better");
            answer(answers, person, "direct", followUp ? before - better : before, followUp);
        }
        return answers;
    }

    /** The least and the greatest change from the first talk to the last. */
    private record Change(int least, int greatest) {}

    private void ons4(ArrayNode answers, Resident person, String item, int lowest, Change change, boolean followUp) {
        int before = lowest + chance.below(5, person.word(), item);
        int changed =
                change.least() + chance.below(change.greatest() - change.least() + 1, person.word(), item, "change");
        answer(answers, person, item, followUp ? Math.clamp(before + changed, 0, 10) : before, followUp);
    }

    private void answer(ArrayNode answers, Resident person, String item, int value, boolean followUp) {
        int drawn = chance.below(100, person.word(), item, followUp, "no answer");
        var answer = answers.addObject().put("item", item);
        if (drawn < 3) {
            answer.put("noAnswer", "not-asked");
        } else if (drawn < 6) {
            answer.put("noAnswer", "not-today");
        } else if (drawn < 8) {
            answer.put("noAnswer", "did-not-want-to");
        } else {
            answer.put("value", value);
        }
    }

    private void experience(ArrayNode answers, Written record, String item) {
        int drawn = chance.below(40, record.word(), item);
        var answer = answers.addObject().put("item", item);
        if (drawn == 0) {
            answer.put("noAnswer", "did-not-want-to");
        } else {
            answer.put("value", drawn == 1 ? 0 : drawn < 8 ? 1 : 2);
        }
    }

    private void write(String instrument, Resident person, Written record, ArrayNode answers, UUID practitioner) {
        var id = rows.id("measure", instrument, record.id());
        var content = JSON.createObjectNode()
                .put("day", record.day().toString())
                .put("how", chance.oneIn(5, record.word(), instrument, "paper") ? "paper" : "asked");
        content.putArray("goals");
        content.set("answers", answers);
        rows.add("app.measure")
                .with("id", id)
                .with("person_id", person.id())
                .with("conversation_id", record.id())
                .with("instrument", instrument)
                .with("instrument_version", 1)
                .with("day", record.day())
                .with("content", texts.encrypt("app.measure.content", id, content.toString()))
                .with("recorded_at", Objects.requireNonNull(record.finished()).minusSeconds(90))
                .with("recorded_by_id", practitioner)
                .with("version", 0);
    }

    /** Writes what a person says about themselves, on the day of their first talk, and how they get letters. */
    void writeAboutMe(Resident person, Written first, UUID practitioner) {
        var story = person.story();
        for (int number = 0; number < story.aboutMe().size(); number++) {
            var sentence = story.aboutMe().get(number);
            var id = rows.id("about me", person.word(), number);
            var words = JSON.createObjectNode()
                    .put("text", sentence.text())
                    .putNull("supporterName")
                    .putNull("supporterRelation")
                    .putNull("reason");
            rows.add("app.about_me_sentence")
                    .with("id", id)
                    .with("person_id", person.id())
                    .with("version", 0)
                    .with("heading", PastConversations.constant(sentence.heading()))
                    .with("words", texts.encrypt("app.about_me_sentence.words", id, words.toString()))
                    .with("said_by", "PERSON")
                    .with("said_on", first.day())
                    .with("taken_away", false)
                    .with("added_at", first.begun().plusSeconds(60L * (5 + number)))
                    .with("added_by_id", practitioner);
        }
        if (story.letterFormat() != null || !story.needs().isEmpty()) {
            rows.add("app.communication")
                    .with("person_id", person.id())
                    .with("version", 0)
                    .with(
                            "letter_format",
                            PastConversations.constant(
                                    story.letterFormat() == null ? "standard" : story.letterFormat()))
                    .with("review_on", until.plusDays(20L + chance.below(300, person.word(), "review")))
                    .with("changed_at", first.begun().plusSeconds(240))
                    .with("changed_by_id", practitioner);
        }
    }
}
