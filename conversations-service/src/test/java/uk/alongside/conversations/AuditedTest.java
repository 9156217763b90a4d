package uk.alongside.conversations;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.Api.Answer;

/**
 * Checks that each operation that changes data, or shows a resident, leaves exactly one event. The event says so and
 * names each resident shown. All other operations leave no event.
 *
 * <p>The operations come from the service's own API description, so that a new operation without an example here fails
 * the test and leaves no gap.
 */
@ServiceTest
class AuditedTest {

    /** The operations that leave no event, and the reasons. */
    private static final Map<String, String> TOUCH_NOBODY = Map.ofEntries(
            entry("getOwnCouncil", "the council's own words and the caller's name"),
            entry("getCouncilLogo", "a picture of the council's"),
            entry("listHubs", "places"),
            entry("getHub", "a place"),
            entry("listAssets", "groups and places"),
            entry("getAsset", "a group or a place"),
            entry("previewAssetImport", "keeps nothing, and shows groups and places"),
            entry("getAssetImportTemplate", "an empty file"),
            entry("previewClosure", "keeps nothing, and shows times"),
            entry("getClosure", "times and how many people are booked"),
            entry("listHubImports", "numbers, and who imported"),
            entry("getHubImport", "numbers, and who imported"),
            entry("getHubImportTemplate", "an empty file"),
            entry("previewHubImport", "keeps nothing, and shows places"),
            entry("previewHubImportUndo", "keeps nothing, and shows places"),
            entry("listSessions", "times"),
            entry("listWeek", "times and how many places are left"),
            entry("getSession", "times and how many places are left"),
            entry("getHold", "a slot and a time"),
            entry("getExtraPlace", "a slot and a number"),
            entry("listFreeSlots", "times"),
            entry("listSeries", "times"),
            entry("getSeries", "times"),
            entry("previewSession", "keeps nothing, and shows times"),
            entry("previewSeries", "keeps nothing, and shows times"),
            entry("listColleagues", "colleagues"),
            entry("getReadiness", "numbers and words"),
            entry("listAccessLog", "the members who read or changed a record, and when"),
            entry("watchDay", "says that something has changed, never what"),
            entry("listAuditAnchors", "numbers and hashes"),
            entry("getAuditAnchor", "a number and a hash"),
            entry("listOverdueWork", "numbers for each hub"),
            entry("getHeadcount", "a number"),
            entry("listHeadcountChanges", "numbers, and who recorded them"),
            entry("getDraftKey", "a key for the caller's own device"),
            entry("noteWriter", "colleagues, and versions of boxes"),
            entry("deleteWriter", "says that the caller has left"),
            entry("findAuditSubject", "the id of a record, by the code that the caller typed"),
            entry("listInstruments", "questions"),
            entry("getMeasureChange", "numbers"),
            entry("listFigures", "numbers"),
            entry("getFigure", "numbers"),
            entry("getFigurePublication", "rounded numbers"),
            entry("listFigureSessions", "numbers of a session, and nothing that tells of people"),
            entry("listComparisons", "quarters and days"),
            entry("getComparison", "numbers"),
            entry("getClientLevelData", "numbers"),
            entry("listFigureNotes", "words about the work of the council"),
            entry("getEvidence", "rounded numbers, and words about the work of the council"),
            entry("getEvidenceDraft", "rounded numbers, and words about the work of the council"),
            entry("listEvidenceReports", "numbers and days"),
            entry("getEvidenceReport", "what the council has published"),
            entry("getSheetSharing", "numbers, days and who decided"),
            entry("listSheets", "days"),
            entry("getNextSheet", "numbers"),
            entry("verifyAudit", "numbers and words"));

    private static final String BY_PHONE = "{\"how\": \"phone\"}";

    private static final String RUNG = "{\"outcome\": \"rung\"}";

    private static final Pattern DEED = Pattern.compile("\"kind\":\"([a-z-]+)\",\"what\":\"([a-z-]+)\"");

    /** The words that the page with the record shows. */
    private static final JsonNode WORDS = new JsonMapper()
            .readTree(Path.of("../frontend/src/locales/en/audit.json").toFile());

    private static final Pattern PERSON = Pattern.compile("\"personId\" ?: ?\"([0-9a-f-]{36})\"");

    /** Prepares a request, so that only the request itself remains to be sent. */
    private interface Maker {
        Supplier<Answer> prepared(Fixture fixture);
    }

    /** An operation, and the event that it leaves, as kind and action. */
    private record Example(@Nullable String event, Maker maker) {}

    private static final Map<String, Example> EXAMPLES = Map.ofEntries(
            none("getDraftKey", f -> f.get("/api/devices/" + UUID.randomUUID() + "/draft-key")),
            none("getOwnCouncil", f -> f.get("/api/council")),
            none("getCouncilLogo", f -> {
                f.council()
                        .tenantService()
                        .put(
                                "/internal/councils/" + f.council().id() + "/logo",
                                "{\"version\": 1, \"png\": \"iVBORw0KGgo=\"}");
                return f.get("/api/council/logo");
            }),
            none("listHubs", f -> f.get("/api/hubs")),
            none("getHub", f -> f.get("/api/hubs/" + f.hub())),
            none("previewClosure", f -> f.post("/api/hubs/" + f.hub() + "/closures/preview", f.closure())),
            none("getClosure", f -> {
                var hub = f.hub();
                var closed = f.staff().post("/api/hubs/" + hub + "/closures", f.closure());
                return f.get(closed.header("Location"));
            }),
            none("listAssets", f -> f.get("/api/assets")),
            none("previewAssetImport", f -> () -> f.staff().csv("/api/assets/import/preview", new byte[0])),
            none("getAssetImportTemplate", f -> f.get("/api/asset-import-template")),
            none("getAsset", f -> f.get(f.asset())),
            none("listHubImports", f -> f.get("/api/hubs/imports")),
            none("getHubImportTemplate", f -> f.get("/api/hub-import-template")),
            none("getHubImport", f -> f.get(f.importOfHub())),
            none("previewHubImport", f -> () -> f.staff().csv("/api/hubs/imports/preview", new byte[0])),
            none("getReadiness", f -> f.get("/api/readiness")),
            none("previewHubImportUndo", f -> f.post(f.undoOfImport() + "/preview", "")),
            none("listWeek", f -> f.get("/api/weeks/" + TestCouncil.today())),
            none("listSessions", f -> f.get("/api/hubs/" + f.hub() + "/sessions")),
            none(
                    "getSession",
                    f -> f.get("/api/sessions/" + f.session().path("id").asString())),
            none("getHold", f -> f.get("/api/holds/" + f.hold())),
            none("getExtraPlace", f -> f.get("/api/extra-places/" + f.extraPlace())),
            none("listFreeSlots", f -> f.get("/api/hubs/" + f.hub() + "/free-slots")),
            none("listSeries", f -> f.get("/api/hubs/" + f.hub() + "/series")),
            none(
                    "getSeries",
                    f -> f.get("/api/series/" + f.series(f.hub()).path("id").asString())),
            none(
                    "previewSession",
                    f -> f.post("/api/hubs/" + f.hub() + "/sessions/preview", """
                    {"date": "%s", "starts": "09:30", "ends": "12:30"}""".formatted(
                                    TestCouncil.today().plusDays(3)))),
            none("previewSeries", f -> f.post("/api/hubs/" + f.hub() + "/series/preview", f.seriesForm())),
            none("listColleagues", f -> f.get("/api/team")),
            one("person read", "previewSessionChange", f -> f.changeOfBookedSession("/preview")),
            one("person read", "previewSessionCancellation", f -> f.cancelOfBookedSession("/preview")),
            one("person read", "previewSeriesEnd", f -> f.endOfBookedSeries("/preview")),
            none("watchDay", f -> f.get("/api/hubs/" + f.hub() + "/days/" + TestCouncil.today() + "/events?seconds=1")),
            one("audit read", "listAuditEvents", f -> {
                f.person();
                return f.get("/api/audit/events");
            }),
            one("audit exported", "exportAudit", f -> f.get("/api/audit/export")),
            none("listAuditAnchors", f -> f.get("/api/audit/anchors")),
            none("getAuditAnchor", f -> f.get("/api/audit/anchor")),
            none("findAuditSubject", f -> {
                var reference = f.get("/api/people/" + f.person())
                        .get()
                        .json()
                        .path("reference")
                        .asString();
                return f.post("/api/audit/subjects/search", "{\"reference\": \"" + reference + "\"}");
            }),
            none("verifyAudit", f -> f.post("/api/audit/verifications", "{\"anchors\": []}")),
            one("person added", "createPerson", f -> f.post("/api/people", f.personForm())),
            one(
                    "person corrected",
                    "updatePerson",
                    f -> f.put(
                            "/api/people/" + f.person(),
                            "{\"firstName\": \"Ann\", \"lastName\": \"Ellison\", \"noContact\": true, \"needs\": []}")),
            one("person read", "getPerson", f -> f.get("/api/people/" + f.person())),
            none("listAccessLog", f -> f.get("/api/people/" + f.person() + "/access-log")),
            one("booking read", "listPersonBookings", f -> {
                var person = f.person();
                f.booking(f.slot(), person);
                return f.get("/api/people/" + person + "/bookings");
            }),
            one("person read", "searchPeople", f -> {
                f.person();
                return f.post("/api/people/search", "{\"text\": \"ellison\"}");
            }),
            one("person read", "listTimeline", f -> {
                var person = f.person();
                f.conversation(person);
                return f.get("/api/people/" + person + "/timeline");
            }),
            one("person read", "listLastSpoken", f -> f.get("/api/last-spoken?weeks=1")),
            one("person merge-suggested", "createPersonMerge", f -> f.post("/api/person-merges", f.mergeForm())),
            one("person read", "listPersonMerges", f -> {
                f.merge();
                return f.get("/api/person-merges");
            }),
            one("person read", "getPersonMerges", f -> {
                f.merge();
                return f.get("/api/people/" + f.person() + "/merges");
            }),
            one("person merged", "mergePeople", f -> f.post(f.merge() + "/merge", "")),
            one("person merge-declined", "declinePersonMerge", f -> f.post(f.merge() + "/decline", "")),
            one("person merge-undone", "undoPersonMerge", f -> {
                var merge = f.merge();
                f.staff().post(merge + "/merge", "");
                return f.post(merge + "/undo", "{\"reason\": \"They are sisters\"}");
            }),
            one("person read", "searchDuplicates", f -> {
                f.person();
                return f.post("/api/people/duplicates", TestCouncil.MARGARET);
            }),
            one(
                    "booking booked",
                    "createBooking",
                    f -> f.post("/api/slots/" + f.slot() + "/bookings", "{\"personId\": \"" + f.person() + "\"}")),
            one("booking read", "getBooking", f -> f.get("/api/bookings/" + f.booking())),
            one("booking checked-in", "checkIn", f -> f.changeOfBooking("check-in")),
            one("booking started", "startAttendance", f -> f.changeOfBooking("check-in", "start")),
            one("booking finished", "finishAttendance", f -> f.changeOfBooking("check-in", "start", "finish")),
            one("booking undone", "undoBookingChange", f -> f.changeOfBooking("check-in", "undo")),
            one(
                    "booking corrected",
                    "createBookingCorrection",
                    f -> f.correction("/api/bookings/" + f.booking(), "arrived")),
            one("booking read", "listBookingCorrections", f -> f.get("/api/bookings/" + f.booking() + "/corrections")),
            one(
                    "walk-in corrected",
                    "createWalkInCorrection",
                    f -> f.correction("/api/walk-ins/" + f.walkIn(), "left")),
            one("walk-in read", "listWalkInCorrections", f -> f.get("/api/walk-ins/" + f.walkIn() + "/corrections")),
            one("booking did-not-attend", "didNotAttend", f -> f.changeOfBooking("did-not-attend")),
            one("booking checked-in-late", "recordLateArrival", f -> f.changeOfBooking("late-arrival")),
            one("booking rung", "recordFollowUp", f -> f.post(f.bookingToRing() + "/follow-up", RUNG)),
            one("booking follow-up-undone", "undoFollowUp", f -> {
                var booking = f.bookingToRing();
                f.staff().post(booking + "/follow-up", RUNG);
                return f.post(booking + "/follow-up/undo", "");
            }),
            one("person read", "listToFinish", f -> {
                var slot = f.slotNow();
                f.toRing(f.booking(slot, f.person()));
                return f.get("/api/hubs/" + f.hubOf(slot) + "/to-finish");
            }),
            one(
                    "booking cancelled",
                    "cancelBooking",
                    f -> f.post("/api/bookings/" + f.booking() + "/cancel", "{\"askedBy\": \"person\"}")),
            one(
                    "booking moved",
                    "moveBooking",
                    f -> f.post("/api/bookings/" + f.booking() + "/move", "{\"slotId\": \"" + f.slot() + "\"}")),
            one("hold held", "createHold", f -> f.post("/api/slots/" + f.slot() + "/holds", "")),
            one("hold released", "deleteHold", f -> f.delete("/api/holds/" + f.hold())),
            one(
                    "slot extended",
                    "createExtraPlace",
                    f -> f.post("/api/slots/" + f.slot() + "/extra-places", "{\"reason\": \"They are family\"}")),
            none("listOverdueWork", f -> f.get("/api/overdue-work")),
            none("getHeadcount", f -> f.get(f.sessionNow() + "/headcount")),
            none("listHeadcountChanges", f -> f.get(f.sessionNow() + "/headcount/changes")),
            one("session headcount-recorded", "updateHeadcount", f -> {
                var headcount = f.sessionNow() + "/headcount";
                return () -> f.staff().put(headcount, "{\"people\": 7}", "If-Match", "\"0\"");
            }),
            one("day read", "getPaperSheet", f -> {
                var booking = f.booking();
                return f.get(f.sessionOf(booking) + "/paper-sheet");
            }),
            one("booking checked-in-late", "recordFromPaper", f -> {
                var booking = f.booking();
                var session = f.sessionOf(booking);
                var row = f.staff()
                        .get(session + "/paper-sheet")
                        .json()
                        .path("rows")
                        .path(0);
                return f.post(session + "/paper-records", """
                        {"bookings": [{"bookingId": "%s", "version": %d, "outcome": "came"}],
                         "walkIns": [{"personId": "%s", "reason": "talk", "arrived": "00:00"}],
                         "headcount": {"people": 3, "version": 0}}""".formatted(
                                booking, row.path("version").asLong(), f.person()));
            }),
            one("day read", "getDay", f -> {
                var slot = f.slotNow();
                f.booking(slot, f.person());
                return f.get("/api/hubs/" + f.hubOf(slot) + "/days/" + TestCouncil.today());
            }),
            one("walk-in arrived", "createWalkIn", f -> f.post(f.walkIns(), f.walkInForm())),
            one("walk-in read", "getWalkIn", f -> f.get("/api/walk-ins/" + f.walkIn())),
            one("walk-in started", "startWalkIn", f -> f.changeOfWalkIn("start")),
            one("walk-in finished", "finishWalkIn", f -> f.changeOfWalkIn("start", "finish")),
            one("walk-in left", "leaveWalkIn", f -> f.changeOfWalkIn("leave")),
            one("walk-in undone", "undoWalkInChange", f -> f.changeOfWalkIn("leave", "undo")),
            one("person read", "listPeopleToTell", f -> {
                var slot = f.slot();
                f.personToTell(slot);
                return f.get("/api/hubs/" + f.hubOf(slot) + "/people-to-tell");
            }),
            one("person-to-tell told", "recordTold", f -> f.post(f.personToTell(f.slot()) + "/told", BY_PHONE)),
            one(
                    "person-to-tell not-reached",
                    "recordNotReached",
                    f -> f.post(f.personToTell(f.slot()) + "/not-reached", "")),
            one("person-to-tell not-told", "undoTold", f -> {
                var person = f.personToTell(f.slot());
                f.staff().post(person + "/told", BY_PHONE);
                return f.post(person + "/undo", "");
            }),
            one(
                    "conversation begun",
                    "createConversation",
                    f -> f.post("/api/conversations", "{\"personIds\": [\"" + f.person() + "\"]}")),
            one("conversation read", "getConversation", f -> f.get(f.conversation())),
            one("conversation read", "listConversations", f -> {
                f.conversation();
                return f.get("/api/conversations?status=draft");
            }),
            one("person read", "listPersonConversations", f -> {
                var person = f.person();
                f.conversation(person);
                return f.get("/api/people/" + person + "/conversations");
            }),
            one("conversation written", "updateConversationBox", f -> {
                var box = f.conversation() + "/boxes/prompt.notes";
                return () -> f.staff().put(box, "{\"text\": \"Her garden\", \"fromTool\": false}", "If-Match", "\"0\"");
            }),
            one("conversation read", "listConversationRevisions", f -> f.get(f.conversation() + "/revisions")),
            one("conversation person-added", "addConversationPerson", f -> {
                var people = f.conversation() + "/people";
                var body = "{\"personId\": \"" + f.person() + "\"}";
                return () -> f.staff().send("POST", people, body, "If-Match", "\"0\"");
            }),
            one("conversation person-removed", "deleteConversationPerson", f -> {
                var person = f.person();
                var path = f.conversation(person);
                f.staff().send("POST", path + "/people", "{\"personId\": \"" + f.person() + "\"}", "If-Match", "\"0\"");
                return () -> f.staff().send("DELETE", path + "/people/" + person, null, "If-Match", "\"1\"");
            }),
            one("conversation restriction-lifted", "updateConversationReaders", f -> {
                var readers = f.conversation() + "/readers";
                return () -> f.staff().send("PUT", readers, "{\"memberIds\": []}", "If-Match", "\"0\"");
            }),
            one("conversation read", "listConversationsWithoutReaders", f -> {
                f.conversationWithoutReaders();
                return f.get("/api/conversations-without-readers");
            }),
            one("conversation readers-named", "nameConversationReaders", f -> {
                var colleague = UUID.randomUUID();
                f.council().member(colleague, "active", 1, "practitioner");
                return f.post(
                        "/api/conversations-without-readers/" + f.conversationWithoutReaders() + "/readers",
                        "{\"memberIds\": [\"" + colleague + "\"]}");
            }),
            one("conversation moved", "moveConversation", f -> {
                var wrong = f.person();
                var moves = f.conversation(wrong) + "/moves";
                var body = "{\"fromPersonId\": \"" + wrong + "\", \"toPersonId\": \"" + f.person()
                        + "\", \"reason\": \"Namesakes\"}";
                return () ->
                        f.staff().send("POST", moves, body, "If-Match", "\"0\"", "Idempotency-Key", wrong.toString());
            }),
            one("conversation read", "listConversationMoves", f -> f.get(f.conversation() + "/moves")),
            one(
                    "person read",
                    "listMovedConversations",
                    f -> f.get("/api/people/" + f.person() + "/moved-conversations")),
            one("conversation deleted", "deleteConversation", f -> f.delete(f.conversation())),
            one("conversation finished", "finishConversation", f -> {
                var path = f.conversation();
                return () -> f.finish(path);
            }),
            one("conversation read", "getConclusion", f -> f.get(f.finished() + "/conclusion")),
            one("conversation conclusion-corrected", "updateConclusion", f -> {
                var path = f.finished() + "/conclusion";
                var body = Fixture.TRIED.replace("\"toolTextRead\": false", "\"reason\": \"It was the day before\"");
                return () -> f.staff().put(path, body, "If-Match", "\"0\"");
            }),
            one(
                    "conversation addendum-added",
                    "createAddendum",
                    f -> f.post(f.finished() + "/addenda", "{\"text\": \"She rang back\"}")),
            one("conversation read", "listConversationSteps", f -> f.get(f.conversation() + "/steps")),
            one(
                    "conversation step-added",
                    "createStep",
                    f -> f.post(f.conversation() + "/steps", "{\"what\": \"ring Colin\"}")),
            one("conversation step-changed", "updateStep", f -> {
                var step = f.step();
                var body = "{\"details\": {\"what\": \"ring Colin\"}, \"status\": \"done\"}";
                return () -> f.staff().put(step, body, "If-Match", "\"0\"");
            }),
            one("conversation step-deleted", "deleteStep", f -> {
                var step = f.step();
                return () -> f.staff().send("DELETE", step, null, "If-Match", "\"0\"");
            }),
            one("conversation read", "listConnections", f -> f.get(f.conversation() + "/connections")),
            one(
                    "conversation connection-added",
                    "createConnection",
                    f -> f.post(f.conversation() + "/connections", Fixture.SHED)),
            one("conversation connection-changed", "updateConnection", f -> {
                var connection = f.connection();
                var body = "{\"details\": " + Fixture.SHED + ", \"status\": \"happened\"}";
                return () -> f.staff().put(connection, body, "If-Match", "\"0\"");
            }),
            one("conversation connection-deleted", "deleteConnection", f -> {
                var connection = f.connection();
                return () -> f.staff().send("DELETE", connection, null, "If-Match", "\"0\"");
            }),
            one("conversation read", "listOpenSteps", f -> {
                f.step();
                return f.get("/api/steps");
            }),
            one("about-me read", "listAboutMe", f -> f.get("/api/people/" + f.person() + "/about-me")),
            one(
                    "person about-me-added",
                    "createAboutMeSentence",
                    f -> f.post("/api/people/" + f.person() + "/about-me", Fixture.SENTENCE)),
            one("person about-me-changed", "updateAboutMeSentence", f -> {
                var sentence = f.sentence();
                var body = "{\"details\": " + Fixture.SENTENCE.replace("door", "window") + ", \"takenAway\": false}";
                return () -> f.staff().put(sentence, body, "If-Match", "\"0\"");
            }),
            one("conversation read", "getAboutMeLooks", f -> f.get(f.conversation() + "/about-me-looks")),
            one("conversation about-me-looked-at", "noteAboutMeLook", f -> {
                var person = f.person();
                return f.post(f.conversation(person) + "/about-me-looks/" + person, "");
            }),
            one("person read", "getCommunication", f -> f.get("/api/people/" + f.person() + "/communication")),
            one("person communication-changed", "updateCommunication", f -> {
                var path = "/api/people/" + f.person() + "/communication";
                return () -> f.staff().put(path, "{\"letterFormat\": \"large-print\"}", "If-Match", "\"0\"");
            }),
            one("person read", "listOverdueReviews", f -> f.get("/api/communication-reviews")),
            one("conversation read", "getLetters", f -> f.get(f.written() + "/letters")),
            one("conversation read", "getLetter", f -> f.get(f.letter())),
            one("conversation letter-written", "updateLetterPart", f -> {
                var part = f.letter() + "/parts/own-words";
                return () -> f.staff().put(part, "{\"text\": \"My garden\"}", "If-Match", "\"0\"");
            }),
            one("conversation letter-names-chosen", "updateLetterNames", f -> {
                var names = f.letter() + "/names";
                return () -> f.staff().put(names, "{\"personIds\": []}", "If-Match", "\"0\"");
            }),
            one(
                    "conversation letter-given",
                    "recordLetterCopy",
                    f -> f.post(f.letter() + "/copies", "{\"how\": \"post\"}")),
            one(
                    "conversation letter-withdrawn",
                    "withdrawLetter",
                    f -> f.post(f.letter() + "/withdrawal", "{\"reason\": \"They asked\"}")),
            one("concern written", "sendConcern", f -> f.post("/api/concerns", f.concernForm())),
            one("concern read", "listConcerns", f -> {
                f.concern();
                return f.get("/api/concerns");
            }),
            one("concern noted", "readConcern", f -> f.post(f.concern() + "/read", "")),
            one(
                    "concern acted",
                    "recordConcernAction",
                    f -> f.post(
                            f.concern() + "/actions",
                            "{\"actions\": [\"told-the-manager\"], \"told\": \"Jo, at noon\"}")),
            none("listInstruments", f -> f.get("/api/instruments")),
            none("getMeasureChange", f -> f.get("/api/measures/change")),
            none("listFigures", f -> f.get("/api/figures")),
            none("getFigure", f -> f.get("/api/figures/wait")),
            none("getFigurePublication", f -> f.get("/api/figures/wait/publication")),
            none("listFigureSessions", f -> f.get(Fixture.FIGURE_SESSIONS + f.hub())),
            one(
                    "figure-look opened",
                    "openFigurePeople",
                    f -> f.post("/api/figures/waiting-now/people", f.figureLook())),
            none("listComparisons", f -> f.get("/api/comparisons")),
            none("getComparison", f -> f.get(f.comparison())),
            none("getClientLevelData", f -> f.get(Fixture.CLIENT_LEVEL_DATA)),
            one(
                    "person extracted",
                    "extractClientLevelData",
                    f -> f.post(
                            Fixture.CLIENT_LEVEL_DATA + "/extracts",
                            "{\"reason\": \"submission\", \"laCode\": \"913\"}")),
            none("listFigureNotes", f -> f.get(Fixture.FIGURE_NOTES)),
            none("getEvidence", f -> f.get("/api/evidence")),
            none("getEvidenceDraft", f -> f.get(f.evidenceDraft())),
            none("listEvidenceReports", f -> f.get("/api/evidence-reports")),
            none("getEvidenceReport", f -> {
                f.writtenEvidenceDraft();
                return f.get(f.publishEvidence().header("Location"));
            }),
            one(
                    "evidence-note written",
                    "createEvidenceNote",
                    f -> f.post(Fixture.EVIDENCE_NOTES, Fixture.EVIDENCE_NOTE)),
            one("evidence-note changed", "updateEvidenceNote", f -> {
                var note = f.evidenceNote();
                return () -> f.staff().put(note, Fixture.EVIDENCE_NOTE, "If-Match", "\"0\"");
            }),
            one("evidence-note removed", "deleteEvidenceNote", f -> {
                var note = f.evidenceNote();
                return () -> f.staff().send("DELETE", note, null, "If-Match", "\"0\"");
            }),
            one("evidence-draft begun", "createEvidenceDraft", f -> f.post(Fixture.EVIDENCE_DRAFT, "")),
            one("evidence-draft written", "updateEvidenceSection", f -> {
                var summary = f.evidenceDraft() + "/sections/summary";
                return () -> f.staff().put(summary, "{\"text\": \"Words\"}", "If-Match", "\"0\"");
            }),
            one("evidence-draft refreshed", "refreshEvidenceDraft", f -> {
                var refresh = f.evidenceDraft() + "/refresh";
                return () -> f.staff().send("POST", refresh, null, "If-Match", "\"0\"");
            }),
            one("evidence-draft removed", "deleteEvidenceDraft", f -> {
                var draft = f.evidenceDraft();
                return () -> f.staff().send("DELETE", draft, null, "If-Match", "\"0\"");
            }),
            one("evidence-report published", "createEvidenceReport", f -> {
                f.writtenEvidenceDraft();
                return f::publishEvidence;
            }),
            none("getSheetSharing", f -> f.get("/api/sheet-sharing")),
            none("listSheets", f -> f.get("/api/sheets")),
            none("getNextSheet", f -> f.get("/api/sheets/next/quarter")),
            one("sheet-sharing turned-on", "updateSheetSharing", f -> {
                f.shares("false");
                return () -> f.shares("true");
            }),
            one("sheet-correction asked-for", "createSheetCorrection", f -> {
                f.sealedSheet();
                return f.post(
                        "/api/sheet-corrections",
                        "{\"kind\": \"quarter\", \"from\": \"2026-07-01\", \"reason\": \"A made-up reason\"}");
            }),
            one("figure-note written", "createFigureNote", f -> f.post(Fixture.FIGURE_NOTES, Fixture.FIGURE_NOTE)),
            one("figure-note changed", "updateFigureNote", f -> {
                var note = f.figureNote();
                return () -> f.staff().put(note, Fixture.FIGURE_NOTE, "If-Match", "\"0\"");
            }),
            one("figure-note removed", "deleteFigureNote", f -> {
                var note = f.figureNote();
                return () -> f.staff().send("DELETE", note, null, "If-Match", "\"0\"");
            }),
            one("measure recorded", "createMeasure", f -> f.post(f.measures(), Fixture.ANSWERS)),
            one("measure read", "listMeasures", f -> f.get(f.measures())),
            one("measure corrected", "updateMeasure", f -> {
                var measures = f.measures();
                var id = f.staff()
                        .post(measures, Fixture.ANSWERS)
                        .json()
                        .path("id")
                        .asString();
                var body = Fixture.ANSWERS.replace("}]}", "}], \"reason\": \"A slip\"}");
                return () -> f.staff().put(measures + "/" + id, body, "If-Match", "\"0\"");
            }),
            one("measure withdrawn", "withdrawMeasure", f -> {
                var measures = f.measures();
                var id = f.staff()
                        .post(measures, Fixture.ANSWERS)
                        .json()
                        .path("id")
                        .asString();
                return () -> f.staff()
                        .send(
                                "POST",
                                measures + "/" + id + "/withdraw",
                                "{\"reason\": \"Another person\"}",
                                "If-Match",
                                "\"0\"");
            }),
            none("noteWriter", f -> f.post(f.conversation() + "/writers/me", "{}")),
            none("deleteWriter", f -> f.delete(f.conversation() + "/writers/me")),
            one(
                    "asset imported",
                    "importAssets",
                    f -> () -> f.staff().csv("/api/assets/import", "name\nShed\n".getBytes(StandardCharsets.UTF_8))),
            one("asset created", "createAsset", f -> f.post("/api/assets", f.assetDetails())),
            one(
                    "asset edited",
                    "updateAsset",
                    f -> f.put(f.asset(), "{\"details\": " + f.assetDetails() + ", \"active\": true}")),
            one("hub created", "createHub", f -> f.post("/api/hubs", f.hubForm())),
            one("hub edited", "updateHub", f -> f.put("/api/hubs/" + f.hub(), f.hubForm())),
            one("hub imported", "createHubImport", Fixture::importOfHubs),
            one("hub import-undone", "undoHubImport", f -> f.post(f.undoOfImport(), "")),
            one(
                    "hub room-added",
                    "createRoom",
                    f -> f.post("/api/hubs/" + f.hub() + "/rooms", "{\"name\": \"Room 2\"}")),
            one("hub room-retired", "deleteRoom", f -> {
                var hub = f.hub();
                var added = f.staff().post("/api/hubs/" + hub + "/rooms", "{\"name\": \"Room 2\"}");
                return f.delete("/api/hubs/" + hub + "/rooms/"
                        + added.json().path("rooms").path(0).path("id").asString());
            }),
            one("hub closed", "createClosure", f -> f.post("/api/hubs/" + f.hub() + "/closures", f.closure())),
            one("hub reopened", "deleteClosure", f -> {
                var hub = f.hub();
                var added = f.staff().post("/api/hubs/" + hub + "/closures", f.closure());
                return f.delete("/api/hubs/" + hub + "/closures/"
                        + added.json().path("id").asString());
            }),
            one(
                    "session planned",
                    "createSession",
                    f -> f.post("/api/hubs/" + f.hub() + "/sessions", """
                    {"date": "%s", "starts": "09:30", "ends": "12:30", "slotMinutes": 45, "placesPerSlot": 2}""".formatted(
                                    TestCouncil.today().plusDays(2)))),
            one("session cancelled", "cancelSession", f -> f.cancelOfBookedSession("")),
            one("series created", "createSeries", f -> f.post("/api/hubs/" + f.hub() + "/series", f.seriesForm())),
            one("series changed", "changeSession", f -> f.changeOfBookedSession("")),
            one("series ended", "endSeries", f -> f.endOfBookedSeries("")));

    private static Map.Entry<String, Example> one(String event, String operation, Maker maker) {
        return entry(operation, new Example(event, maker));
    }

    private static Map.Entry<String, Example> none(String operation, Maker maker) {
        return entry(operation, new Example(null, maker));
    }

    @LocalServerPort
    private int port;

    @Test
    void saysOfEveryOperationWhetherItIsAudited() {
        assertThat(EXAMPLES.keySet()).isEqualTo(operations());
        assertThat(EXAMPLES.entrySet().stream()
                        .filter(example -> example.getValue().event() == null)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(TOUCH_NOBODY.keySet());
    }

    @TestFactory
    Stream<DynamicTest> leavesWhatIsSaidOfIt() {
        var fixture = new Fixture(TestCouncil.create(port));
        return new TreeSet<>(operations())
                .stream()
                        .map(operation -> dynamicTest(
                                operation,
                                () -> leaves(fixture, Objects.requireNonNull(EXAMPLES.get(operation), operation))));
    }

    /** The search showed no person, but a member looked for one. */
    @Test
    void leavesOneForASearchThatFoundNobody() {
        var fixture = new Fixture(TestCouncil.create(port));

        leaves(
                fixture,
                new Example(
                        "person read", f -> f.post("/api/people/search", "{\"text\": \"no person of that name\"}")));
    }

    @Test
    void leavesOneForARefusalThatShowsAResidentAndNoneForAnother() {
        var fixture = new Fixture(TestCouncil.create(port));
        var person = "/api/people/" + fixture.person();

        var staleVersion = fixture.staff().put(person, fixture.personForm(), "If-Match", "\"7\"");
        var notRight = fixture.staff().put(person, "{\"firstName\": \"\"}", "If-Match", "\"0\"");

        assertThat(staleVersion.status()).isEqualTo(412);
        assertThat(notRight.status()).isEqualTo(400);
        assertThat(fixture.events()).map(Event::words).containsExactly("person added", "person read");
    }

    /** The event must appear in the record of each such resident, although the request named none of them. */
    @Test
    void namesTheResidentsWhoseBookingsFallAwayWithTheirSession() {
        var fixture = new Fixture(TestCouncil.create(port));
        var cancel = fixture.cancelOfBookedSession("");
        var person = RunningService.superuser()
                .sql("select person_id from app.booking where tenant_id = ?")
                .param(fixture.council().id())
                .query(UUID.class)
                .single();

        assertThat(cancel.get().status()).isEqualTo(200);

        assertThat(fixture.events().getLast())
                .returns("session cancelled", Event::words)
                .satisfies(event -> assertThat(event.subjects()).contains(person.toString()));
    }

    private static void leaves(Fixture fixture, Example example) {
        var request = example.maker().prepared(fixture);
        int before = fixture.events().size();

        var answer = request.get();

        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        var left = fixture.events();
        left.subList(0, before).clear();
        assertThat(left).map(Event::words).isEqualTo(example.event() == null ? List.of() : List.of(example.event()));
        assertThat(left.stream().flatMap(Event::deeds)).allSatisfy(AuditedTest::isInWords);
        var shown = shown(answer);
        if (!shown.isEmpty()) {
            assertThat(left.getFirst().subjects()).contains(shown);
        }
    }

    /**
     * Checks that the catalogue has words for the deed. Without them the page would show the stored form to its
     * readers.
     */
    private static void isInWords(String deed) {
        assertThat(WORDS.at("/did/" + deed.replace(' ', '/')).isString())
                .as(deed)
                .isTrue();
    }

    /** Returns the ids of the residents that an answer names. */
    private static List<String> shown(Answer answer) {
        var shown = new ArrayList<String>();
        PERSON.matcher(answer.text()).results().forEach(found -> shown.add(found.group(1)));
        if (answer.text().contains("\"firstName\"") && answer.text().startsWith("{")) {
            var json = answer.json();
            if (json.has("firstName")) {
                shown.add(json.path("id").asString());
            }
            json.path("people").forEach(person -> shown.add(person.path("id").asString()));
        }
        return shown;
    }

    private Set<String> operations() {
        var ids = new TreeSet<String>();
        for (var methods : new Api(port, "").get("/v3/api-docs").json().path("paths")) {
            methods.forEach(operation -> ids.add(operation.path("operationId").asString()));
        }
        return ids;
    }

    /** An event: its kind and action, and the ids in it. */
    private record Event(String words, String subjects) {

        /** Returns all actions of the event, as kind and action. */
        Stream<String> deeds() {
            return DEED.matcher(subjects).results().map(found -> found.group(1) + " " + found.group(2));
        }
    }

    /** A council, and what its staff need for a request. */
    private record Fixture(TestCouncil council, Api staff) {

        Fixture(TestCouncil council) {
            this(council, council.member("hub-staff", "practitioner", "lead"));
        }

        /** Returns the id of a restricted record of which the named members have left. */
        String conversationWithoutReaders() {
            var members = List.of(UUID.randomUUID(), UUID.randomUUID());
            var first = members.stream()
                    .map(id -> council.member(id, "active", 1, "practitioner"))
                    .toList()
                    .getFirst();
            var path = conversation();
            first.send(
                    "PUT",
                    path + "/readers",
                    "{\"memberIds\": [\"%s\", \"%s\"]}".formatted(members.get(0), members.get(1)),
                    "If-Match",
                    "\"0\"");
            members.forEach(id -> council.member(id, "suspended", 2, "practitioner"));
            return path.substring(path.lastIndexOf('/') + 1);
        }

        List<Event> events() {
            return new ArrayList<>(RunningService.superuser()
                    .sql("select kind || ' ' || action, subjects from app.audit_event where tenant_id = ? order by at")
                    .param(council.id())
                    .query((row, _) -> new Event(row.getString(1), row.getString(2)))
                    .list());
        }

        Supplier<Answer> get(String path) {
            return () -> staff.get(path);
        }

        Supplier<Answer> post(String path, String json) {
            return () -> staff.post(path, json);
        }

        Supplier<Answer> delete(String path) {
            return () -> staff.send("DELETE", path, null);
        }

        Supplier<Answer> put(String path, String json) {
            var tag = staff.get(path).header("ETag");
            return () -> staff.put(path, json, "If-Match", tag);
        }

        String assetDetails() {
            return "{\"name\": \"Made-up group " + UUID.randomUUID() + "\"}";
        }

        /** Puts a community asset on the list, and returns its path. */
        String asset() {
            return staff.post("/api/assets", assetDetails()).header("Location");
        }

        UUID hub() {
            return council.hub("Library " + UUID.randomUUID());
        }

        JsonNode session() {
            return council.session(hub(), TestCouncil.today().plusDays(1), 2);
        }

        UUID slot() {
            return TestCouncil.uuid(session().path("slots").path(0).path("id"));
        }

        /** Makes a slot whose time has come. */
        UUID slotNow() {
            var slots = council.session(hub(), TestCouncil.today(), "00:00", "00:00", 240, 2)
                    .path("slots");
            var now = LocalTime.now(RunningService.CLOCK);
            return slots.valueStream()
                    .filter(slot ->
                            !LocalTime.parse(slot.path("starts").asString()).isAfter(now))
                    .reduce((_, last) -> last)
                    .map(slot -> TestCouncil.uuid(slot.path("id")))
                    .orElseThrow();
        }

        /** Makes a session of today, and returns its path. */
        String sessionNow() {
            var session = council.session(hub(), TestCouncil.today(), "00:00", "00:00", 240, 2);
            return "/api/sessions/" + session.path("id").asString();
        }

        String sessionOf(UUID booking) {
            return "/api/sessions/"
                    + RunningService.superuser()
                            .sql("""
                                    select s.session_id from app.slot s
                                    join app.booking b on b.tenant_id = s.tenant_id and b.slot_id = s.id
                                    where b.id = ?""")
                            .param(booking)
                            .query(UUID.class)
                            .single();
        }

        UUID hubOf(UUID slot) {
            return RunningService.superuser()
                    .sql("select hub_id from app.slot where id = ?")
                    .param(slot)
                    .query(UUID.class)
                    .single();
        }

        UUID person() {
            return TestCouncil.person(staff, "Margaret", "Ellison");
        }

        String mergeForm() {
            return "{\"mergedId\": \"" + person() + "\", \"keptId\": \"" + person()
                    + "\", \"reason\": \"The same phone\"}";
        }

        String merge() {
            return "/api/person-merges/"
                    + staff.post("/api/person-merges", mergeForm())
                            .json()
                            .path("id")
                            .asString();
        }

        UUID booking() {
            return booking(slotNow(), person());
        }

        UUID booking(UUID slot, UUID person) {
            var made = staff.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            return TestCouncil.uuid(made.json().path("id"));
        }

        /** Makes a booking that staff cancel, and returns the path of the person who must be told. */
        String personToTell(UUID slot) {
            staff.post("/api/bookings/" + booking(slot, person()) + "/cancel", "{\"askedBy\": \"us\"}");
            var list = staff.get("/api/hubs/" + hubOf(slot) + "/people-to-tell").json();
            return "/api/people-to-tell/"
                    + list.path("items").path(0).path("id").asString();
        }

        /** Makes a booking whose person did not come and must be rung, and returns its path. */
        String bookingToRing() {
            return toRing(booking());
        }

        String toRing(UUID booking) {
            var path = "/api/bookings/" + booking;
            assertThat(staff.post(path + "/did-not-attend", "{\"next\": \"ring-them\"}")
                            .status())
                    .isEqualTo(200);
            return path;
        }

        /** Prepares the last of these changes, after the others are done. */
        Supplier<Answer> changeOfBooking(String... changes) {
            return last("/api/bookings/" + booking() + "/", changes);
        }

        Supplier<Answer> changeOfWalkIn(String... changes) {
            return last("/api/walk-ins/" + walkIn() + "/", changes);
        }

        /** The visit was at midnight, which is never in the future. */
        Supplier<Answer> correction(String path, String status) {
            var tag = staff.get(path).header("ETag");
            return () -> staff.send(
                    "POST",
                    path + "/corrections",
                    "{\"status\": \"" + status + "\", \"arrived\": \"00:00\", \"reason\": \"A mistake\"}",
                    "If-Match",
                    tag,
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        private Supplier<Answer> last(String path, String... changes) {
            for (int i = 0; i < changes.length - 1; i++) {
                assertThat(staff.post(path + changes[i], "{}").status()).isEqualTo(200);
            }
            return post(path + changes[changes.length - 1], "{}");
        }

        String conversation() {
            return conversation(person());
        }

        /** Begins the record of a conversation with a person, and returns its path. */
        String conversation(UUID person) {
            return staff.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}")
                    .header("Location");
        }

        static final String TRIED = "{\"decisions\": {\"kind\": \"tried-to-reach\", \"day\": \"" + TestCouncil.today()
                + "\"}, \"toolTextRead\": false}";

        Answer finish(String path) {
            return staff.send(
                    "POST",
                    path + "/finish",
                    TRIED,
                    "If-Match",
                    "\"0\"",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        static final String SHED = "{\"name\": \"Shed\", \"way\": \"told\", \"contact\": \"person\"}";

        /** Adds a connection to a new record, and returns its path. */
        String connection() {
            var connections = conversation() + "/connections";
            return connections + "/"
                    + staff.post(connections, SHED).json().path("id").asString();
        }

        /** Adds a step to a new record, and returns its path. */
        String step() {
            var steps = conversation() + "/steps";
            return steps + "/"
                    + staff.post(steps, "{\"what\": \"ring Colin\"}")
                            .json()
                            .path("id")
                            .asString();
        }

        /** Delivers a benchmark release to the council, and returns the path of its comparison. */
        String comparison() {
            var stored =
                    council.tenantService().put("/internal/councils/" + council.id() + "/releases/2026-04-01", """
                            {"file": "{\\"format\\":1,\\"period\\":{\\"from\\":\\"2026-04-01\\",\\"to\\":\\"2026-06-30\\"},\\"madeOn\\":\\"2026-08-12\\",\\"specification\\":1,\\"madeUp\\":true,\\"families\\":[],\\"pools\\":[],\\"breakdowns\\":[],\\"restated\\":[]}",
                             "key": "test", "signature": "AA=="}""");
            assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
            return "/api/comparisons/2026-04-01";
        }

        static final String CLIENT_LEVEL_DATA =
                "/api/client-level-data/" + TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1);

        static final String FIGURE_NOTES = "/api/figures/wait/notes";

        static final String FIGURE_NOTE =
                "{\"day\": \"2026-01-05\", \"words\": \"New hub opened\", \"rebases\": false}";

        /** Turns sharing on or off, if it is not so already. */
        Answer shares(String shares) {
            return staff.put(
                    "/api/sheet-sharing",
                    "{\"shares\": " + shares + "}",
                    "If-Match",
                    staff.get("/api/sheet-sharing").header("ETag"));
        }

        /** Makes a sheet that was sealed, while sharing is on. */
        void sealedSheet() {
            shares("true");
            for (var table : List.of(
                    "app.sheet (tenant_id, kind, starts, specification, version, cells, sealed_at) values (?, 'QUARTER',"
                            + " '2026-07-01', 1, 1, '{}', now())",
                    "app.sheet_ledger (tenant_id, year, kind, starts, specification, version, units) values (?, 2026,"
                            + " 'QUARTER', '2026-07-01', 1, 1, 160)")) {
                RunningService.superuser()
                        .sql("insert into " + table)
                        .param(council.id())
                        .update();
            }
        }

        static final String FIGURE_SESSIONS =
                "/api/figures/waiting-now/sessions?from=" + TestCouncil.today() + "&hubId=";

        String figureLook() {
            return "{\"hubId\": \"" + hub() + "\", \"by\": \"quarter\", \"from\": \"" + TestCouncil.today()
                    + "\", \"reason\": \"To ring those who wait\"}";
        }

        /** Pins a note to a figure, and returns its path. */
        String figureNote() {
            var note = staff.post(FIGURE_NOTES, FIGURE_NOTE);
            return FIGURE_NOTES + "/" + note.json().path("id").asString();
        }

        static final String EVIDENCE_NOTES = "/api/evidence-notes";

        static final String EVIDENCE_NOTE =
                "{\"statement\": \"learning\", \"kind\": \"staff\", \"type\": \"feedback\", \"words\": \"We meet\"}";

        static final String EVIDENCE_DRAFT = "/api/evidence-draft";

        /** Writes a note of evidence, and returns its path. */
        String evidenceNote() {
            var note = staff.post(EVIDENCE_NOTES, EVIDENCE_NOTE);
            return EVIDENCE_NOTES + "/" + note.json().path("id").asString();
        }

        /** Makes the draft of a report in place of any other one, and returns its path. */
        String evidenceDraft() {
            staff.send(
                    "DELETE",
                    EVIDENCE_DRAFT,
                    null,
                    "If-Match",
                    staff.get(EVIDENCE_DRAFT).header("ETag"));
            assertThat(staff.post(EVIDENCE_DRAFT, "").status()).isEqualTo(201);
            return EVIDENCE_DRAFT;
        }

        /** Makes the draft of a report with a text in each section. */
        void writtenEvidenceDraft() {
            evidenceDraft();
            var sections =
                    staff.get(EVIDENCE_DRAFT).json().at("/content/sections").findValuesAsString("section");
            for (int number = 0; number < sections.size(); number++) {
                staff.put(
                        EVIDENCE_DRAFT + "/sections/" + sections.get(number),
                        "{\"text\": \"Words\"}",
                        "If-Match",
                        "\"" + number + "\"");
            }
        }

        Answer publishEvidence() {
            return staff.send(
                    "POST",
                    "/api/evidence-reports",
                    null,
                    "Idempotency-Key",
                    UUID.randomUUID().toString(),
                    "If-Match",
                    "\"8\"");
        }

        static final String SENTENCE = "{\"heading\": \"matters\", \"text\": \"I like to see the door.\","
                + " \"saidBy\": \"person\", \"saidOn\": \"" + TestCouncil.today() + "\"}";

        /** Adds a sentence to About me of a new person, and returns its path. */
        String sentence() {
            var aboutMe = "/api/people/" + person() + "/about-me";
            return aboutMe + "/"
                    + staff.post(aboutMe, SENTENCE).json().path("id").asString();
        }

        /** Finishes a new record, and returns its path. */
        String finished() {
            var path = conversation();
            assertThat(finish(path).status()).isEqualTo(200);
            return path;
        }

        /** Begins the record of a conversation, writes in it, and returns its path. */
        String written() {
            return written(person());
        }

        private String written(UUID person) {
            var path = conversation(person);
            var box = path + "/boxes/prompt.notes";
            staff.put(box, "{\"text\": \"Her garden\", \"fromTool\": false}", "If-Match", "\"0\"");
            return path;
        }

        String letter() {
            var person = person();
            return written(person) + "/letters/" + person;
        }

        String concern() {
            var sent = staff.post("/api/concerns", concernForm()).json();
            return "/api/concerns/" + sent.path("id").asString();
        }

        String concernForm() {
            return "{\"personId\": \"" + person() + "\", \"worry\": \"A bruise\", \"actions\": [\"not-yet\"]}";
        }

        static final String ANSWERS = """
                {"instrument": "ons4", "day": "%s", "how": "asked", "answers": [{"item": "happy", "value": 6}]}""".formatted(TestCouncil.today());

        String measures() {
            return "/api/people/" + person() + "/measures";
        }

        String hold() {
            return staff.post("/api/slots/" + slot() + "/holds", "")
                    .json()
                    .path("id")
                    .asString();
        }

        String extraPlace() {
            return staff.post("/api/slots/" + slot() + "/extra-places", "{\"reason\": \"They are family\"}")
                    .json()
                    .path("id")
                    .asString();
        }

        String walkIn() {
            return staff.post(walkIns(), walkInForm()).json().path("id").asString();
        }

        String walkIns() {
            return "/api/hubs/" + hub() + "/days/" + TestCouncil.today() + "/walk-ins";
        }

        String walkInForm() {
            return "{\"reason\": \"talk\", \"personId\": \"" + person() + "\"}";
        }

        String personForm() {
            return "{\"firstName\": \"Meg\", \"lastName\": \"Ellison\", \"noContact\": true, \"needs\": []}";
        }

        String hubForm() {
            return "{\"name\": \"Hall " + UUID.randomUUID()
                    + "\", \"address\": [\"1 High Street\"], \"postcode\": \"HX1 1UJ\"}";
        }

        String closure() {
            var day = TestCouncil.today().plusDays(20);
            return "{\"from\": \"" + day + "\", \"to\": \"" + day + "\", \"reason\": \"New floor\"}";
        }

        String importOfHub() {
            return importOfHubs().get().header("Location");
        }

        String undoOfImport() {
            return importOfHub() + "/undo";
        }

        Supplier<Answer> importOfHubs() {
            var file = "venue_name,address_1,postcode\nHall " + UUID.randomUUID() + ",2 High Street,HX1 1UJ\n";
            return () -> staff.csv("/api/hubs/imports", file.getBytes(StandardCharsets.UTF_8));
        }

        String seriesForm() {
            return series(TestCouncil.today().plusDays(3), TestCouncil.today().plusDays(10));
        }

        private static String series(LocalDate first, LocalDate second) {
            return """
                    {"repeats": "dates", "dates": ["%1$s", "%2$s"], "keep": ["%1$s", "%2$s"],
                     "starts": "14:00", "ends": "15:00", "slotMinutes": 30, "placesPerSlot": 1}""".formatted(first, second);
        }

        JsonNode series(UUID hub) {
            return staff.post("/api/hubs/" + hub + "/series", seriesForm()).json();
        }

        /**
         * Prepares a change of every session of a series. A person is booked in the first one, and comes at another
         * time after it.
         */
        Supplier<Answer> changeOfBookedSession(String preview) {
            var session = series(hub()).path("sessions").path(0).path("id").asString();
            bookInto(session);
            return afterPreview("/api/sessions/" + session + "/changes", preview, """
                    {"scope": "all", "starts": "15:00", "ends": "16:00", "slotMinutes": 30, "placesPerSlot": 1}""");
        }

        Supplier<Answer> endOfBookedSeries(String preview) {
            var series = series(hub());
            bookInto(series.path("sessions").path(1).path("id").asString());
            return afterPreview(
                    "/api/series/" + series.path("id").asString() + "/end",
                    preview,
                    "{\"last\": \"%s\", \"reason\": \"The library closes\"}"
                            .formatted(TestCouncil.today().plusDays(4)));
        }

        Supplier<Answer> cancelOfBookedSession(String preview) {
            var session = session().path("id").asString();
            bookInto(session);
            return afterPreview(
                    "/api/sessions/" + session + "/cancel", preview, "{\"reason\": \"The heating is broken\"}");
        }

        private void bookInto(String session) {
            var slots = staff.get("/api/sessions/" + session).json().path("slots");
            booking(TestCouncil.uuid(slots.path(0).path("id")), person());
        }

        private Supplier<Answer> afterPreview(String path, String preview, String json) {
            if (!preview.isEmpty()) {
                return post(path + preview, json);
            }
            var seen = staff.post(path + "/preview", json);
            return () -> staff.send("POST", path, json, "If-Match", seen.header("ETag"));
        }
    }
}
