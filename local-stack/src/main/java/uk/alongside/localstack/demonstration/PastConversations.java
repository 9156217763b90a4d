package uk.alongside.localstack.demonstration;

import static uk.alongside.localstack.demonstration.PastVisits.workday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.localstack.demonstration.PastVisits.Resident;
import uk.alongside.localstack.demonstration.PastVisits.Visit;
import uk.alongside.localstack.demonstration.Story.Link;
import uk.alongside.localstack.demonstration.Story.NextStep;
import uk.alongside.localstack.demonstration.Story.Talk;

/** Writes the records of the talks of the past years as the product would have, with every text encrypted. */
final class PastConversations {

    private static final JsonMapper JSON = new JsonMapper();

    /** The days before today in which a few records are still drafts. */
    private static final int DRAFT_DAYS = 12;

    /** The days before today in which a step or a connection can still be open. */
    private static final int OPEN_DAYS = 45;

    private final Rows rows;
    private final CouncilTexts texts;
    private final Chance chance;
    private final LocalDate until;
    private final JsonNode prompts;
    private final Map<String, Asset> assets;

    /**
     * Creates the writer of a council.
     *
     * @param prompts the prompts with which its records begin
     * @param assets its community assets by their kind
     */
    PastConversations(
            Rows rows,
            CouncilTexts texts,
            Chance chance,
            LocalDate until,
            JsonNode prompts,
            Map<String, Asset> assets) {
        this.rows = rows;
        this.texts = texts;
        this.chance = chance;
        this.until = until;
        this.prompts = prompts;
        this.assets = assets;
    }

    /** A community asset that the council lists. */
    record Asset(UUID id, String name) {}

    /**
     * A record that was written.
     *
     * @param word a word that is the same each time, unlike the id
     * @param finished the time at which it was finished; null for a draft
     */
    record Written(
            UUID id,
            String word,
            LocalDate day,
            Instant begun,
            @Nullable Instant finished) {}

    /** Writes the record of a visit with a talk. */
    Written write(
            Visit visit, @Nullable UUID attendance, @Nullable UUID hub, Instant visitFinished, UUID practitioner) {
        var talk = Objects.requireNonNull(visit.talk());
        var word = visit.person().word() + " " + visit.number();
        var id = rows.id("conversation", word);
        boolean late = chance.oneIn(14, word, "late") && visit.day().isBefore(until.minusDays(8));
        var begun = late
                ? PastBookings.at(workday(visit.day().plusDays(3)), LocalTime.of(16, chance.below(60, word)))
                : visitFinished.plus(4, ChronoUnit.MINUTES);
        boolean draft = !visit.day().isBefore(until.minusDays(DRAFT_DAYS)) && chance.oneIn(5, word, "draft");
        var finished = draft ? null : begun.plus(17 + chance.below(20, word, "length"), ChronoUnit.MINUTES);
        var written = new Written(id, word, visit.day(), begun, finished);
        writeRecord(written, attendance, hub, visit.person(), practitioner);
        writeBoxes(written, talk.boxes(), practitioner);
        writeSteps(written, talk.steps(), practitioner);
        writeConnections(written, talk.connections(), practitioner);
        if (finished != null) {
            writeConclusion(id, visit.day(), talk, finished, practitioner);
            writeAddendum(written, talk, practitioner);
            writeLetter(written, visit.person(), talk, practitioner);
        }
        return written;
    }

    /** Writes the attempts to reach a person after their last talk. */
    void writeAttempts(Resident person, LocalDate last, UUID practitioner) {
        var day = last;
        for (int after : person.story().triedAfter()) {
            day = day.plusDays(after);
            writeAttempt(person, day, practitioner);
        }
    }

    /** Writes an attempt to reach a person, unless its day has not come. */
    void writeAttempt(Resident person, LocalDate on, UUID practitioner) {
        var day = workday(on);
        if (!day.isBefore(until)) {
            return;
        }
        var id = rows.id("attempt", person.word(), day);
        var begun = PastBookings.at(day, LocalTime.of(15, chance.below(60, person.word(), "attempt")));
        var finished = begun.plus(3, ChronoUnit.MINUTES);
        writeRecord(
                new Written(id, person.word() + " attempt", day, begun, finished), null, null, person, practitioner);
        conclusion(id, "TRIED_TO_REACH", finished, practitioner)
                .with("explained_as", null)
                .with("assessment_asked_on", null)
                .with("outcome", null)
                .with("support", null)
                .with("words", decided(id, null, null));
    }

    private void writeRecord(
            Written record, @Nullable UUID attendance, @Nullable UUID hub, Resident person, UUID practitioner) {
        boolean finished = record.finished() != null;
        rows.add("app.conversation")
                .with("id", record.id())
                .with("version", finished ? 1 : 0)
                .with("attendance_id", attendance)
                .with("hub_id", hub)
                .with("day", record.day())
                .with("status", finished ? "FINISHED" : "DRAFT")
                .with("prompts", prompts)
                .with("started_at", record.begun())
                .with("started_by_id", practitioner);
        rows.add("app.conversation_person")
                .with("conversation_id", record.id())
                .with("person_id", person.id())
                .with("added_at", record.begun())
                .with("added_by_id", practitioner);
    }

    private void writeBoxes(Written record, Map<String, String> boxes, UUID practitioner) {
        var at = record.begun();
        for (var box : boxes.entrySet()) {
            if (record.finished() == null && box.getKey().equals("prompt.agreed")) {
                return;
            }
            at = at.plus(2, ChronoUnit.MINUTES);
            var row = rows.id("box", record.id(), box.getKey());
            rows.add("app.conversation_box")
                    .with("id", row)
                    .with("conversation_id", record.id())
                    .with("prompt_id", box.getKey())
                    .with("version", 1)
                    .with("text", texts.encrypt("app.conversation_box.text", row, box.getValue()))
                    .with("from_tool", false)
                    .with("changed_at", at)
                    .with("changed_by_id", practitioner);
            var revision = rows.id("revision", row);
            rows.add("app.conversation_revision")
                    .with("id", revision)
                    .with("conversation_id", record.id())
                    .with("prompt_id", box.getKey())
                    .with("box_version", 1)
                    .with("written_from", at)
                    .with("written_until", at)
                    .with("by_id", practitioner)
                    .with("text", texts.encrypt("app.conversation_revision.text", revision, box.getValue()));
        }
    }

    private void writeConclusion(UUID record, LocalDate day, Talk talk, Instant finished, UUID practitioner) {
        boolean asked = talk.outcome().equals("assessment-or-review");
        conclusion(record, "CONVERSATION", finished, practitioner)
                .with("explained_as", constant(talk.explainedAs()))
                .with("assessment_asked_on", asked ? day : null)
                .with("outcome", constant(talk.outcome()))
                .with("support", constant(talk.support()))
                .with("words", decided(record, talk.reason(), talk.supporter()));
    }

    private Rows.Row conclusion(UUID record, String kind, Instant finished, UUID practitioner) {
        return rows.add("app.conclusion")
                .with("id", rows.id("conclusion", record))
                .with("conversation_id", record)
                .with("version", 0)
                .with("kind", kind)
                .with("tool_text_read", false)
                .with("finished_at", finished)
                .with("finished_by_id", practitioner);
    }

    private byte[] decided(UUID record, @Nullable String reason, @Nullable String supporter) {
        var words = JSON.createObjectNode().put("outcomeReason", reason).put("supporterName", supporter);
        words.putArray("shares");
        return texts.encrypt("app.conclusion.words", rows.id("conclusion", record), words.toString());
    }

    private void writeAddendum(Written record, Talk talk, UUID practitioner) {
        var at = PastBookings.at(workday(record.day().plusDays(6)), LocalTime.of(10, 20));
        if (talk.addendum() != null && !isAhead(at)) {
            var id = rows.id("addendum", record.id());
            rows.add("app.addendum")
                    .with("id", id)
                    .with("conversation_id", record.id())
                    .with("text", texts.encrypt("app.addendum.text", id, talk.addendum()))
                    .with("added_at", at)
                    .with("added_by_id", practitioner);
        }
    }

    private void writeSteps(Written record, List<NextStep> steps, UUID practitioner) {
        for (int number = 0; number < steps.size(); number++) {
            writeStep(record, steps.get(number), number, practitioner);
        }
    }

    private void writeStep(Written record, NextStep step, int number, UUID practitioner) {
        var id = rows.id("step", record.id(), number);
        var word = record.word() + " step " + number;
        var due = workday(record.day().plusDays(step.days()));
        var details = JSON.createObjectNode()
                .put("what", step.what())
                .put("owner", step.owner())
                .put("due", due.toString());
        if (step.ownerName() != null) {
            details.put("ownerName", step.ownerName());
        }
        if (step.owner().equals("council")) {
            details.put("memberId", practitioner.toString());
        }
        var settled = PastBookings.at(settledOn(record, due, word), LocalTime.of(11, chance.below(60, word)));
        boolean open = isOpen(record, step.status(), settled) || isForgotten(due, step, word);
        rows.add("app.step")
                .with("id", id)
                .with("conversation_id", record.id())
                .with("version", open ? 0 : 1)
                .with(
                        "words",
                        texts.encrypt(
                                "app.step.words",
                                id,
                                JSON.createObjectNode()
                                        .put("what", step.what())
                                        .put("ownerName", step.ownerName())
                                        .put("reason", open ? null : step.reason())
                                        .toString()))
                .with("owner", constant(step.owner()))
                .with("member_id", step.owner().equals("council") ? practitioner : null)
                .with("due", due)
                .with("status", open ? "OPEN" : settledAs(step.status()))
                .with("added_at", record.begun().plus(12L + number, ChronoUnit.MINUTES))
                .with("added_by_id", practitioner);
        if (!open) {
            keep("app.step_change", "step_id", id, details, settled, practitioner);
        }
    }

    /** Returns the day on which a step was settled: on its day or a little before, and not on the day of the talk. */
    private LocalDate settledOn(Written record, LocalDate due, String word) {
        var day = due.minusDays(chance.below(4, word, "settled"));
        return day.isAfter(record.day()) ? day : record.day().plusDays(1);
    }

    private boolean isOpen(Written record, String status, Instant settled) {
        return record.finished() == null
                || isAhead(settled)
                || (status.equals("open") && !record.day().isBefore(until.minusDays(OPEN_DAYS)));
    }

    /** Returns whether a step stays open although its day was some days ago. A few do. */
    private boolean isForgotten(LocalDate due, NextStep step, String word) {
        return step.status().equals("done") && !due.isBefore(until.minusDays(15)) && chance.oneIn(3, word, "forgotten");
    }

    private static String settledAs(String status) {
        return status.equals("open") ? "DONE" : constant(status);
    }

    private void writeConnections(Written record, List<Link> connections, UUID practitioner) {
        for (var connection : connections) {
            var asset = assets.get(connection.kind());
            if (asset != null) {
                writeConnection(record, connection, asset, practitioner);
            }
        }
    }

    private void writeConnection(Written record, Link connection, Asset asset, UUID practitioner) {
        var id = rows.id("connection", record.id(), connection.kind());
        var word = record.word() + " " + connection.kind();
        var settled = PastBookings.at(
                workday(record.day().plusDays(8L + chance.below(9, word))), LocalTime.of(14, chance.below(60, word)));
        boolean open = isOpen(record, connection.status(), settled);
        rows.add("app.connection")
                .with("id", id)
                .with("conversation_id", record.id())
                .with("version", open ? 0 : 1)
                .with(
                        "words",
                        texts.encrypt(
                                "app.connection.words",
                                id,
                                JSON.createObjectNode()
                                        .put("name", asset.name())
                                        .put("reason", open ? null : connection.reason())
                                        .toString()))
                .with("asset_id", asset.id())
                .with("way", constant(connection.way()))
                .with("contact", constant(connection.contact()))
                .with("status", open ? "OPEN" : connected(connection.status()))
                .with("added_at", record.begun().plus(16, ChronoUnit.MINUTES))
                .with("added_by_id", practitioner);
        if (!open) {
            var details = JSON.createObjectNode()
                    .put("assetId", asset.id().toString())
                    .put("name", asset.name())
                    .put("way", connection.way())
                    .put("contact", connection.contact());
            keep("app.connection_change", "connection_id", id, details, settled, practitioner);
        }
    }

    private static String connected(String status) {
        return status.equals("open") ? "HAPPENED" : constant(status);
    }

    /** Keeps that a step or a connection was open before. */
    private void keep(String table, String column, UUID of, ObjectNode details, Instant at, UUID practitioner) {
        var id = rows.id("change", of);
        var before = JSON.createObjectNode();
        before.set("details", details);
        before.put("status", "open").putNull("reason");
        rows.add(table)
                .with("id", id)
                .with(column, of)
                .with("before", texts.encrypt(table + ".before", id, before.toString()))
                .with("changed_at", at)
                .with("changed_by_id", practitioner);
    }

    /** Writes that the person was given a copy, for most records, and what a person sees differently. */
    private void writeLetter(Written record, Resident person, Talk talk, UUID practitioner) {
        var at = Objects.requireNonNull(record.finished()).plus(6, ChronoUnit.MINUTES);
        boolean given = !chance.oneIn(3, record.word(), "copy");
        if (!given && talk.differently() == null && talk.letter() == null) {
            return;
        }
        var letter = rows.id("letter", record.id());
        rows.add("app.letter")
                .with("id", letter)
                .with("conversation_id", record.id())
                .with("person_id", person.id())
                .with("version", 1)
                .with("names", JSON.createArrayNode());
        writePart(record, letter, "differently", talk.differently(), at, practitioner);
        writePart(record, letter, "prompt.agreed", talk.letter(), at, practitioner);
        if (given) {
            rows.add("app.letter_copy")
                    .with("id", rows.id("letter copy", record.id()))
                    .with("letter_id", letter)
                    .with("how", chance.choose(List.of("PRINTED", "BY_HAND", "BY_HAND", "POST"), record.word()))
                    .with("given_at", at.plus(2, ChronoUnit.MINUTES))
                    .with("given_by_id", practitioner);
        }
    }

    private void writePart(
            Written record, UUID letter, String part, @Nullable String text, Instant at, UUID practitioner) {
        if (text != null) {
            var id = rows.id("letter part", record.id(), part);
            rows.add("app.letter_part")
                    .with("id", id)
                    .with("letter_id", letter)
                    .with("part_id", part)
                    .with("version", 1)
                    .with("text", texts.encrypt("app.letter_part.text", id, text))
                    .with("changed_at", at)
                    .with("changed_by_id", practitioner);
        }
    }

    private boolean isAhead(Instant at) {
        return !at.isBefore(PastBookings.at(until, LocalTime.MIDNIGHT));
    }

    /** Returns the constant of a word of the API, as the database holds it. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
