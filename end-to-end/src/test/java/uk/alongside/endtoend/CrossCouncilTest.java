package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that another council's staff learn nothing when they use every id of the first council on every operation of
 * the OpenAPI files (ISOLATION A5, 19, 20, 23 and 24).
 *
 * <p>The operations come from the files, so a new operation without an example here fails the test and leaves no gap.
 * Each operation has a positive control: the owner's request succeeds on a fresh fixture. Then the second council sends
 * the request, with each id alone and with all ids together, once with the first council's ids and once with random
 * ones. Status, headers and body of both answers are the same to the byte.
 */
class CrossCouncilTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Client FIRST = DEPLOYED.larkshire();
    private static final Client SECOND = DEPLOYED.meadowshire();

    /** A valid request: the ids that it names, and the data that it needs besides. */
    private record Example(List<String> ids, Maker maker) {}

    private interface Maker {
        Answer call(Client caller, Map<String, String> ids);
    }

    private static final Map<String, Object> KINDS = Map.of("version", "1.0", "parts", List.of("kinds"));

    static final Map<String, Object> FIGURE_NOTE =
            Map.of("day", "2026-01-05", "words", "New hub opened", "rebases", false);

    static final Map<String, Object> EVIDENCE_NOTE =
            Map.of("statement", "learning", "kind", "staff", "type", "feedback", "words", "The team meets each week");

    private static final Map<String, Object> INVITATIONS =
            Map.of("emails", List.of("amir@made-up.example"), "roles", List.of("viewer"));

    /** The operations for which the time of the booking must have come. */
    private static final Set<String> ON_THE_DAY = Set.of(
            "checkIn",
            "startAttendance",
            "finishAttendance",
            "undoBookingChange",
            "createBookingCorrection",
            "didNotAttend",
            "recordLateArrival",
            "recordFollowUp",
            "undoFollowUp",
            "updateHeadcount",
            "recordFromPaper");

    private static final List<String> IDS_OF_THE_TEAM =
            List.of("memberId", "invitationId", "grantId", "closedRecordId", "questionId", "requestId");

    private static final Map<String, Example> EXAMPLES = examples();

    private static Map<String, Example> examples() {
        var all = new HashMap<String, Example>();
        all.put("getOwnCouncil", get("/api/council"));
        all.put("getReadiness", get("/api/readiness"));
        all.put("getDraftKey", get("/api/devices/" + UUID.randomUUID() + "/draft-key"));
        all.put("listHubs", get("/api/hubs"));
        all.put("getHub", get("/api/hubs/{hubId}"));
        all.put("listAssets", get("/api/assets"));
        all.put("getAsset", get("/api/assets/{assetId}"));
        all.put("getAssetImportTemplate", get("/api/asset-import-template"));
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "importAssets" : "previewAssetImport",
                    example(
                            List.of(),
                            (caller, ids) -> caller.post("/api/assets/import" + path, "name\nMade-up group\n")));
        }
        all.put("createAsset", example(List.of(), (caller, ids) -> caller.post("/api/assets", World.asset())));
        all.put(
                "updateAsset",
                example(
                        List.of("assetId"),
                        (caller, ids) -> caller.put(
                                "/api/assets/" + ids.get("assetId"),
                                Map.of("details", World.asset(), "active", true),
                                Map.of("If-Match", "\"0\""))));
        all.put("createHub", example(List.of(), (caller, ids) -> caller.post("/api/hubs", World.hubForm())));
        all.put(
                "updateHub",
                example(
                        List.of("hubId"),
                        (caller, ids) -> caller.put(
                                "/api/hubs/" + ids.get("hubId"),
                                World.hubForm(),
                                Map.of(
                                        "If-Match",
                                        etagOf(caller, "/api/hubs/" + Objects.requireNonNull(ids.get("hubId")))))));
        all.put(
                "createRoom",
                example(
                        List.of("hubId"),
                        (caller, ids) -> caller.post(
                                "/api/hubs/" + ids.get("hubId") + "/rooms",
                                Map.of("name", "Room " + UUID.randomUUID()))));
        all.put(
                "deleteRoom",
                example(
                        List.of("hubId", "roomId"),
                        (caller, ids) -> caller.call(
                                "DELETE",
                                "/api/hubs/" + ids.get("hubId") + "/rooms/" + ids.get("roomId"),
                                null,
                                Map.of())));
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "createClosure" : "previewClosure",
                    example(
                            List.of("hubId"),
                            (caller, ids) -> caller.post(
                                    "/api/hubs/" + ids.get("hubId") + "/closures" + path,
                                    World.closureOf(TestClock.today().plusDays(20)))));
        }
        all.put("getClosure", get("/api/hubs/{hubId}/closures/{closureId}"));
        all.put(
                "deleteClosure",
                example(
                        List.of("hubId", "closureId"),
                        (caller, ids) -> caller.call(
                                "DELETE",
                                "/api/hubs/" + ids.get("hubId") + "/closures/" + ids.get("closureId"),
                                null,
                                Map.of())));
        all.put(
                "previewHubImport",
                example(
                        List.of(),
                        (caller, ids) -> caller.post(
                                "/api/hubs/imports/preview",
                                "venue_name,address_1,postcode\nMade-up hall,1 Made-up Street,ZY1 1ZZ\n")));
        all.put(
                "createHubImport",
                example(
                        List.of(),
                        (caller, ids) -> caller.post(
                                "/api/hubs/imports",
                                "venue_name,address_1,postcode\nMade-up hall,1 Made-up Street,ZY1 1ZZ\n")));
        all.put("getHubImportTemplate", get("/api/hub-import-template"));
        all.put("listHubImports", get("/api/hubs/imports"));
        all.put("getHubImport", get("/api/hubs/imports/{importId}"));
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "undoHubImport" : "previewHubImportUndo",
                    example(
                            List.of("importId"),
                            (caller, ids) -> caller.call(
                                    "POST",
                                    "/api/hubs/imports/" + ids.get("importId") + "/undo" + path,
                                    null,
                                    Map.of())));
        }
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "createSession" : "previewSession",
                    example(
                            List.of("hubId"),
                            (caller, ids) -> caller.post(
                                    "/api/hubs/" + ids.get("hubId") + "/sessions" + path,
                                    Map.of(
                                            "date",
                                            TestClock.today().plusDays(2).toString(),
                                            "starts",
                                            "13:00",
                                            "ends",
                                            "15:00",
                                            "slotMinutes",
                                            60,
                                            "placesPerSlot",
                                            1))));
        }
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "createSeries" : "previewSeries",
                    example(
                            List.of("hubId"),
                            (caller, ids) -> caller.post(
                                    "/api/hubs/" + ids.get("hubId") + "/series" + path,
                                    World.seriesOf(TestClock.today().plusDays(4)))));
        }
        for (var path : List.of("/preview", "")) {
            all.put(
                    path.isEmpty() ? "changeSession" : "previewSessionChange",
                    example(
                            List.of("seriesSessionId"),
                            (caller, ids) -> afterPreview(
                                    caller,
                                    "/api/sessions/" + ids.get("seriesSessionId") + "/changes",
                                    path,
                                    World.change())));
            all.put(
                    path.isEmpty() ? "endSeries" : "previewSeriesEnd",
                    example(
                            List.of("seriesId"),
                            (caller, ids) -> afterPreview(
                                    caller,
                                    "/api/series/" + ids.get("seriesId") + "/end",
                                    path,
                                    Map.of(
                                            "last",
                                            TestClock.today().plusDays(3).toString(),
                                            "reason",
                                            "The library closes"))));
            all.put(
                    path.isEmpty() ? "cancelSession" : "previewSessionCancellation",
                    example(
                            List.of("sessionId"),
                            (caller, ids) -> afterPreview(
                                    caller,
                                    "/api/sessions/" + ids.get("sessionId") + "/cancel",
                                    path,
                                    Map.of("reason", "The heating is broken"))));
        }
        all.put("listColleagues", get("/api/team"));
        all.put("listSeries", get("/api/hubs/{hubId}/series"));
        all.put("getSeries", get("/api/series/{seriesId}"));
        all.put("listWeek", get("/api/weeks/" + TestClock.today().plusDays(1)));
        all.put("listSessions", get("/api/hubs/{hubId}/sessions"));
        all.put("getSession", get("/api/sessions/{sessionId}"));
        all.put("listOverdueWork", get("/api/overdue-work"));
        all.put("getHeadcount", get("/api/sessions/{sessionId}/headcount"));
        all.put("listHeadcountChanges", get("/api/sessions/{sessionId}/headcount/changes"));
        all.put(
                "updateHeadcount",
                example(
                        List.of("sessionId"),
                        (caller, ids) -> caller.put(
                                "/api/sessions/" + ids.get("sessionId") + "/headcount",
                                Map.of("people", 4),
                                Map.of("If-Match", "\"0\""))));
        all.put("getPaperSheet", get("/api/sessions/{sessionId}/paper-sheet"));
        all.put(
                "recordFromPaper",
                example(
                        List.of("sessionId", "bookingId"),
                        (caller, ids) -> caller.post(
                                "/api/sessions/" + ids.get("sessionId") + "/paper-records",
                                Map.of(
                                        "bookings",
                                        List.of(Map.of(
                                                "bookingId", ids.get("bookingId"), "version", 0, "outcome", "came")),
                                        "walkIns",
                                        List.of()))));
        all.put("getDay", get("/api/hubs/{hubId}/days/" + TestClock.today().plusDays(1)));
        all.put("listFreeSlots", get("/api/hubs/{hubId}/free-slots"));
        all.put(
                "searchPeople",
                example(
                        List.of(),
                        (caller, ids) -> caller.call("POST", "/api/people/search", Map.of("text", "Prys"), Map.of())));
        all.put("listTimeline", get("/api/people/{personId}/timeline"));
        all.put("listLastSpoken", get("/api/last-spoken"));
        all.put("getPersonMerges", get("/api/people/{personId}/merges"));
        all.put("listConversationsWithoutReaders", get("/api/conversations-without-readers"));
        all.put(
                "nameConversationReaders",
                example(
                        List.of("closedRecordId"),
                        (caller, ids) -> caller.post(
                                "/api/conversations-without-readers/" + ids.get("closedRecordId") + "/readers",
                                Map.of(
                                        "memberIds",
                                        List.of(Deployment.nameableReader(caller)
                                                .orElse(UUID.randomUUID().toString()))))));
        all.put("listPersonMerges", get("/api/person-merges"));
        all.put(
                "createPersonMerge",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.post(
                                "/api/person-merges",
                                Map.of(
                                        "mergedId",
                                        World.person(caller, "Peg", "Ellison"),
                                        "keptId",
                                        Objects.requireNonNull(ids.get("personId")),
                                        "reason",
                                        "The same phone"))));
        all.put("mergePeople", post("/api/person-merges/{mergeId}/merge", null));
        all.put("declinePersonMerge", post("/api/person-merges/{mergeId}/decline", null));
        all.put("undoPersonMerge", example(List.of("mergeId"), (caller, ids) -> {
            var merge = "/api/person-merges/" + ids.get("mergeId");
            caller.post(merge + "/merge", Map.of());
            return caller.post(merge + "/undo", Map.of("reason", "They are sisters"));
        }));
        all.put(
                "searchDuplicates",
                example(
                        List.of(),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/people/duplicates",
                                Map.of("firstName", "Gwen", "phone", "07700 900456"),
                                Map.of())));
        all.put(
                "createPerson",
                example(
                        List.of(),
                        (caller, ids) -> caller.post(
                                "/api/people",
                                Map.of(
                                        "firstName",
                                        "Tom",
                                        "lastName",
                                        "Akande",
                                        "noContact",
                                        true,
                                        "needs",
                                        List.of()))));
        all.put("getPerson", get("/api/people/{personId}"));
        all.put("listAccessLog", get("/api/people/{personId}/access-log"));
        all.put("listPersonBookings", get("/api/people/{personId}/bookings"));
        // Each service has its own record under the same names, so these examples are listed by path.
        for (var record : List.of("/api/audit", "/api/settings/audit")) {
            for (var part : List.of("/events", "/export", "/anchor", "/anchors")) {
                all.put(record + part, get(record + part));
            }
            all.put(record + "/verifications", post(record + "/verifications", Map.of("anchors", List.of())));
        }
        all.put(
                "updatePerson",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.put(
                                "/api/people/" + ids.get("personId"),
                                Map.of("firstName", "Gwen", "lastName", "Prŷs", "noContact", true, "needs", List.of()),
                                Map.of(
                                        "If-Match",
                                        etagOf(
                                                caller,
                                                "/api/people/" + Objects.requireNonNull(ids.get("personId")))))));
        all.put(
                "createBooking",
                example(
                        List.of("slotId", "personId"),
                        (caller, ids) -> caller.post(
                                "/api/slots/" + ids.get("slotId") + "/bookings",
                                Map.of("personId", ids.get("personId")))));
        all.put(
                "checkIn",
                example(
                        List.of("bookingId"),
                        (caller, ids) -> caller.call(
                                "POST", "/api/bookings/" + ids.get("bookingId") + "/check-in", null, Map.of())));
        all.put("listLocalAuthorities", get("/api/local-authorities"));
        all.put("listBenchmarks", get("/api/benchmarks"));
        all.put(
                "getBenchmark",
                example(List.of(), (caller, ids) -> caller.get("/api/benchmarks/" + DEPLOYED.benchmark())));
        all.put("listComparisons", get("/api/comparisons"));
        all.put(
                "getComparison",
                example(List.of(), (caller, ids) -> caller.get("/api/comparisons/" + DEPLOYED.comparison())));
        all.put("getClientLevelData", get("/api/client-level-data/2026-07-01"));
        all.put(
                "extractClientLevelData",
                post("/api/client-level-data/2026-07-01/extracts", Map.of("reason", "data-quality", "laCode", "913")));
        all.put("getSetUp", get("/api/set-up"));
        all.put("previewBrand", post("/api/settings/brand/preview", Map.of("colour", "#FFB81C")));
        all.put("updateBrand", setting("brand", Map.of("colour", "#FFB81C")));
        all.put("getOwnSettings", get("/api/settings"));
        all.put("updateLogo", example(List.of(), (caller, ids) -> withLogo(caller)));
        all.put("getLogo", example(List.of(), (caller, ids) -> {
            withLogo(caller);
            return caller.get("/api/settings/logo");
        }));
        all.put(
                "deleteLogo",
                example(
                        List.of(),
                        (caller, ids) -> caller.call(
                                "DELETE",
                                "/api/settings/logo",
                                null,
                                Map.of("If-Match", caller.get("/api/settings").header("ETag")))));
        all.put("getCouncilLogo", example(List.of(), (caller, ids) -> {
            withLogo(caller);
            try {
                Waiting.until(
                        "the logo is there",
                        () -> caller.get("/api/council/logo").status() == 200);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return caller.get("/api/council/logo");
        }));
        all.put("getAgreement", get("/api/agreement"));
        all.put("getAgreementText", get("/api/agreement/0.1"));
        // These operations succeed once in a council's life, and each of the two councils calls them once.
        all.put(
                "acceptAgreement",
                post(
                        "/api/agreement/acceptances",
                        Map.of("version", "0.1", "forAnotherPerson", false, "role", "Director", "authority", true)));
        all.put(
                "updateDataProtection",
                setting(
                        "data-protection",
                        Map.of(
                                "registration",
                                "ZA000000",
                                "dataProtectionEmail",
                                "dpo@made-up.example",
                                "privacyNotice",
                                "https://www.made-up.example/privacy")));
        all.put("updateAssessment", example(List.of(), (caller, ids) -> withAssessment(caller)));
        all.put("getAssessment", example(List.of(), (caller, ids) -> {
            withAssessment(caller);
            return caller.get("/api/settings/assessment");
        }));
        all.put("updateName", example(List.of(), (caller, ids) -> {
            var now = caller.get("/api/settings");
            return caller.put(
                    "/api/settings/name",
                    Map.of("name", now.json().path("name").asString()),
                    Map.of("If-Match", now.header("ETag")));
        }));
        all.put("getSafeguarding", get("/api/settings/safeguarding"));
        all.put("updateSafeguarding", example(List.of(), (caller, ids) -> {
            var path = "/api/settings/safeguarding";
            var number = Map.of("name", "Duty desk", "phone", "01632 960150");
            return caller.put(
                    path,
                    Map.of("numbers", List.of(number), "steps", "Ring the duty desk."),
                    Map.of("If-Match", caller.get(path).header("ETag")));
        }));
        all.put("getSecondFactorRule", get("/api/settings/second-factor"));
        all.put("updateSecondFactorRule", example(List.of(), (caller, ids) -> {
            var path = "/api/settings/second-factor";
            return caller.put(
                    path,
                    Map.of("everybody", false),
                    Map.of("If-Match", caller.get(path).header("ETag")));
        }));
        all.put("listPasskeys", get("/api/passkeys"));
        all.put("getCouncilSignIn", get("/api/sign-in"));
        all.put("getSignInProvider", get("/api/settings/sign-in-provider"));
        all.put(
                "testSignInProvider",
                example(
                        List.of(),
                        (caller, ids) -> caller.call(
                                "POST", "/api/settings/sign-in-provider/test", signInProvider(), Map.of())));
        all.put("updateSignInProvider", example(List.of(), (caller, ids) -> {
            var path = "/api/settings/sign-in-provider";
            List.of("larkshire", "meadowshire").forEach(DEPLOYED::confirmDomain);
            return caller.put(
                    path, signInProvider(), Map.of("If-Match", caller.get(path).header("ETag")));
        }));
        all.put("updateContact", setting("contact", Map.of("contactPhone", "01632 960001")));
        all.put("updateLanguages", setting("languages", Map.of("nation", "england", "welsh", false)));
        all.put(
                "updateLabels",
                setting(
                        "labels",
                        Map.of(
                                "talkingPoint",
                                "Talking point",
                                "talkingPoints",
                                "Talking points",
                                "hub",
                                "Hub",
                                "hubs",
                                "Hubs",
                                "conversation",
                                "Conversation",
                                "conversations",
                                "Conversations")));
        all.putAll(examplesOfTheDay());
        all.putAll(examplesOfTheTeam());
        return all;
    }

    /** Replaces the present version of a part of the settings of the caller's own council. */
    private static Example setting(String part, Map<String, Object> body) {
        return example(
                List.of(),
                (caller, ids) -> caller.put(
                        "/api/settings/" + part,
                        body,
                        Map.of("If-Match", caller.get("/api/settings").header("ETag"))));
    }

    private static Answer withLogo(Client caller) {
        return withFile(
                caller,
                "logo",
                "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><rect width='8' height='4'/></svg>");
    }

    private static Answer withAssessment(Client caller) {
        return withFile(caller, "assessment", "%PDF-1.7\nmade up\n%%EOF\n");
    }

    private static Answer withFile(Client caller, String part, String file) {
        return caller.call(
                "PUT",
                "/api/settings/" + part,
                file,
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "If-Match",
                        caller.get("/api/settings").header("ETag")));
    }

    private static Map<String, Example> examplesOfTheDay() {
        var all = new HashMap<String, Example>();
        all.put("watchDay", get("/api/hubs/{hubId}/days/" + TestClock.today().plusDays(1) + "/events?seconds=1"));
        all.put("getBooking", get("/api/bookings/{bookingId}"));
        all.put(
                "createWalkIn",
                example(
                        List.of("hubId"),
                        (caller, ids) -> caller.post(
                                "/api/hubs/" + ids.get("hubId") + "/days/" + TestClock.today() + "/walk-ins",
                                Map.of("reason", "talk"))));
        all.put("getWalkIn", get("/api/walk-ins/{walkInId}"));
        all.put("listPeopleToTell", get("/api/hubs/{hubId}/people-to-tell"));
        all.put("recordTold", post("/api/people-to-tell/{personToTellId}/told", Map.of("how", "phone")));
        all.put("recordNotReached", post("/api/people-to-tell/{personToTellId}/not-reached", null));
        all.put("undoTold", example(List.of("personToTellId"), (caller, ids) -> {
            var path = "/api/people-to-tell/" + ids.get("personToTellId");
            caller.call("POST", path + "/told", Map.of("how", "phone"), Map.of());
            return caller.call("POST", path + "/undo", null, Map.of());
        }));
        all.putAll(examplesOfConversations());
        all.put("startWalkIn", changeOfWalkIn("start"));
        all.put("finishWalkIn", changeOfWalkIn("start", "finish"));
        all.put("leaveWalkIn", changeOfWalkIn("leave"));
        all.put("undoWalkInChange", changeOfWalkIn("leave", "undo"));
        all.put(
                "createHold",
                example(
                        List.of("slotId"),
                        (caller, ids) -> caller.post("/api/slots/" + ids.get("slotId") + "/holds", Map.of())));
        all.put("getHold", get("/api/holds/{holdId}"));
        all.put("getExtraPlace", get("/api/extra-places/{extraPlaceId}"));
        all.put(
                "deleteHold",
                example(
                        List.of("holdId"),
                        (caller, ids) -> caller.call("DELETE", "/api/holds/" + ids.get("holdId"), null, Map.of())));
        all.put(
                "createExtraPlace",
                example(
                        List.of("slotId"),
                        (caller, ids) -> caller.post(
                                "/api/slots/" + ids.get("slotId") + "/extra-places",
                                Map.of("reason", "They are family"))));
        all.put(
                "moveBooking",
                example(
                        List.of("bookingId", "slotId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/bookings/" + ids.get("bookingId") + "/move",
                                Map.of("slotId", ids.get("slotId")),
                                Map.of())));
        all.put("startAttendance", change("check-in", "start"));
        all.put("finishAttendance", change("check-in", "start", "finish"));
        all.put("undoBookingChange", change("check-in", "undo"));
        all.put("createBookingCorrection", correction("bookings", "bookingId", "arrived"));
        all.put("listBookingCorrections", get("/api/bookings/{bookingId}/corrections"));
        all.put("createWalkInCorrection", correction("walk-ins", "walkInId", "left"));
        all.put("listWalkInCorrections", get("/api/walk-ins/{walkInId}/corrections"));
        all.put(
                "didNotAttend",
                example(
                        List.of("bookingId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/bookings/" + ids.get("bookingId") + "/did-not-attend",
                                Map.of("reason", "ill", "next", "ring-them"),
                                Map.of())));
        all.put("recordLateArrival", post("/api/bookings/{bookingId}/late-arrival", Map.of()));
        all.put("recordFollowUp", followUp(""));
        all.put("undoFollowUp", followUp("/undo"));
        all.put("listToFinish", get("/api/hubs/{hubId}/to-finish"));
        all.put(
                "cancelBooking",
                example(
                        List.of("bookingId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/bookings/" + ids.get("bookingId") + "/cancel",
                                Map.of("askedBy", "person"),
                                Map.of())));
        return all;
    }

    private static Map<String, Example> examplesOfConversations() {
        var all = new HashMap<String, Example>();
        var one = "/api/conversations/{conversationId}";
        all.put(
                "createConversation",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.post(
                                "/api/conversations",
                                Map.of("personIds", List.of(Objects.requireNonNull(ids.get("personId")))))));
        all.put("getConversation", get(one));
        all.put("listConversations", get("/api/conversations?recordedBy=all"));
        all.put("listPersonConversations", get("/api/people/{personId}/conversations"));
        all.put("listConversationRevisions", get(one + "/revisions"));
        all.put("updateConversationBox", example(List.of("conversationId"), (caller, ids) -> {
            var path = "/api/conversations/" + ids.get("conversationId");
            var prompt = caller.get(path).json().at("/prompts/0/id").asString("prompt.notes");
            return caller.put(
                    path + "/boxes/" + prompt,
                    Map.of("text", "Her garden", "fromTool", false),
                    Map.of("If-Match", "\"0\""));
        }));
        all.put("finishConversation", example(List.of("conversationId"), (caller, ids) -> finish(caller, ids)));
        all.put("getConclusion", example(List.of("conversationId"), (caller, ids) -> {
            finish(caller, ids);
            return caller.get("/api/conversations/" + ids.get("conversationId") + "/conclusion");
        }));
        all.put("updateConclusion", example(List.of("conversationId"), (caller, ids) -> {
            finish(caller, ids);
            return caller.put(
                    "/api/conversations/" + ids.get("conversationId") + "/conclusion",
                    Map.of("decisions", TRIED, "reason", "It was by telephone"),
                    Map.of("If-Match", "\"0\""));
        }));
        all.put("createAddendum", example(List.of("conversationId"), (caller, ids) -> {
            finish(caller, ids);
            return caller.post(
                    "/api/conversations/" + ids.get("conversationId") + "/addenda", Map.of("text", "She rang back"));
        }));
        all.put("listOpenSteps", get("/api/steps?ownedBy=all"));
        all.put("listConversationSteps", get(one + "/steps"));
        all.put(
                "createStep",
                example(
                        List.of("conversationId"),
                        (caller, ids) -> caller.post(
                                "/api/conversations/" + ids.get("conversationId") + "/steps",
                                Map.of("what", "ring Colin"))));
        all.put(
                "updateStep",
                example(
                        List.of("conversationId", "stepId"),
                        (caller, ids) -> caller.put(
                                step(ids),
                                Map.of("details", Map.of("what", "ring Colin"), "status", "done"),
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "deleteStep",
                example(
                        List.of("conversationId", "stepId"),
                        (caller, ids) -> caller.call("DELETE", step(ids), null, Map.of("If-Match", "\"0\""))));
        all.put("listConnections", get(one + "/connections"));
        all.put(
                "createConnection",
                example(
                        List.of("conversationId"),
                        (caller, ids) -> caller.post(
                                "/api/conversations/" + ids.get("conversationId") + "/connections",
                                World.connection())));
        all.put(
                "updateConnection",
                example(
                        List.of("conversationId", "connectionId"),
                        (caller, ids) -> caller.put(
                                connection(ids),
                                Map.of("details", World.connection(), "status", "happened"),
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "deleteConnection",
                example(
                        List.of("conversationId", "connectionId"),
                        (caller, ids) -> caller.call("DELETE", connection(ids), null, Map.of("If-Match", "\"0\""))));
        all.put("listAboutMe", get("/api/people/{personId}/about-me"));
        all.put(
                "createAboutMeSentence",
                example(
                        List.of("personId"),
                        (caller, ids) ->
                                caller.post("/api/people/" + ids.get("personId") + "/about-me", World.sentence())));
        all.put(
                "updateAboutMeSentence",
                example(
                        List.of("personId", "sentenceId"),
                        (caller, ids) -> caller.put(
                                "/api/people/" + ids.get("personId") + "/about-me/" + ids.get("sentenceId"),
                                Map.of("details", World.sentence(), "takenAway", true, "reason", "No longer so"),
                                Map.of("If-Match", "\"0\""))));
        all.put("getAboutMeLooks", get(one + "/about-me-looks"));
        all.put(
                "noteAboutMeLook",
                example(
                        List.of("conversationId", "personId"),
                        (caller, ids) -> caller.post(
                                "/api/conversations/" + ids.get("conversationId") + "/about-me-looks/"
                                        + ids.get("personId"),
                                Map.of())));
        all.put("getCommunication", get("/api/people/{personId}/communication"));
        all.put(
                "updateCommunication",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.put(
                                "/api/people/" + ids.get("personId") + "/communication",
                                Map.of("letterFormat", "large-print"),
                                Map.of("If-Match", "\"0\""))));
        all.put("listOverdueReviews", get("/api/communication-reviews"));
        all.put("getLetters", get(one + "/letters"));
        all.put("getLetter", letter("GET", "", null));
        all.put("updateLetterPart", letter("PUT", "/parts/own-words", Map.of("text", "My garden")));
        all.put("updateLetterNames", letter("PUT", "/names", Map.of("personIds", List.of())));
        all.put("recordLetterCopy", letter("POST", "/copies", Map.of("how", "post")));
        all.put("withdrawLetter", letter("POST", "/withdrawal", Map.of("reason", "They asked")));
        all.put(
                "sendConcern",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.post(
                                "/api/concerns",
                                Map.of(
                                        "personId",
                                        Objects.requireNonNull(ids.get("personId")),
                                        "worry",
                                        "A bruise",
                                        "actions",
                                        List.of("not-yet")))));
        all.put("listConcerns", get("/api/concerns?open=false"));
        all.put("readConcern", post("/api/concerns/{concernId}/read", Map.of()));
        all.put(
                "recordConcernAction",
                post(
                        "/api/concerns/{concernId}/actions",
                        Map.of("actions", List.of("told-the-manager"), "told", "Jo, at noon")));
        all.put("listInstruments", get("/api/instruments"));
        all.put("getMeasureChange", get("/api/measures/change"));
        all.put("listFigures", get("/api/figures"));
        all.put("getFigure", get("/api/figures/wait"));
        all.put("getFigurePublication", get("/api/figures/wait/publication"));
        all.put(
                "listFigureSessions",
                example(
                        List.of("hubId"),
                        (caller, ids) -> caller.get("/api/figures/waiting-now/sessions?from=" + TestClock.today()
                                + "&hubId=" + ids.get("hubId"))));
        all.put(
                "openFigurePeople",
                example(
                        List.of("hubId"),
                        (caller, ids) -> caller.post(
                                "/api/figures/waiting-now/people",
                                Map.of(
                                        "hubId",
                                        Objects.requireNonNull(ids.get("hubId")),
                                        "by",
                                        "quarter",
                                        "from",
                                        TestClock.today().toString(),
                                        "reason",
                                        "To ring those who wait"))));
        all.put("listFigureNotes", get("/api/figures/wait/notes"));
        all.put(
                "createFigureNote",
                example(List.of(), (caller, ids) -> caller.post("/api/figures/wait/notes", FIGURE_NOTE)));
        all.put(
                "updateFigureNote",
                example(
                        List.of("noteId"),
                        (caller, ids) -> caller.put(
                                "/api/figures/wait/notes/" + ids.get("noteId"),
                                FIGURE_NOTE,
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "deleteFigureNote",
                example(
                        List.of("noteId"),
                        (caller, ids) -> caller.call(
                                "DELETE",
                                "/api/figures/wait/notes/" + ids.get("noteId"),
                                null,
                                Map.of("If-Match", "\"0\""))));
        all.put("getEvidence", get("/api/evidence"));
        all.put(
                "createEvidenceNote",
                example(List.of(), (caller, ids) -> caller.post("/api/evidence-notes", EVIDENCE_NOTE)));
        all.put(
                "updateEvidenceNote",
                example(
                        List.of("evidenceNoteId"),
                        (caller, ids) -> caller.put(
                                "/api/evidence-notes/" + ids.get("evidenceNoteId"),
                                EVIDENCE_NOTE,
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "deleteEvidenceNote",
                example(
                        List.of("evidenceNoteId"),
                        (caller, ids) -> caller.call(
                                "DELETE",
                                "/api/evidence-notes/" + ids.get("evidenceNoteId"),
                                null,
                                Map.of("If-Match", "\"0\""))));
        all.put("createEvidenceDraft", example(List.of(), (caller, ids) -> {
            World.withoutEvidenceDraft(caller);
            return World.beginEvidenceDraft(caller);
        }));
        all.put("getEvidenceDraft", ofDraft((caller, version) -> caller.get(World.EVIDENCE_DRAFT)));
        all.put(
                "updateEvidenceSection",
                ofDraft((caller, version) -> caller.put(
                        World.EVIDENCE_DRAFT + "/sections/summary",
                        Map.of("text", "Words"),
                        Map.of("If-Match", version))));
        all.put(
                "refreshEvidenceDraft",
                ofDraft((caller, version) ->
                        caller.call("POST", World.EVIDENCE_DRAFT + "/refresh", null, Map.of("If-Match", version))));
        all.put(
                "deleteEvidenceDraft",
                ofDraft((caller, version) ->
                        caller.call("DELETE", World.EVIDENCE_DRAFT, null, Map.of("If-Match", version))));
        all.put("createEvidenceReport", ofDraft(World::publish));
        all.put("listEvidenceReports", get("/api/evidence-reports"));
        all.put("getEvidenceReport", get("/api/evidence-reports/{reportId}"));
        all.put("getSheetSharing", get("/api/sheet-sharing"));
        all.put("listSheets", get("/api/sheets"));
        all.put("getNextSheet", get("/api/sheets/next/quarter"));
        all.put("updateSheetSharing", example(List.of(), (caller, ids) -> DEPLOYED.turnSharingOn(caller)));
        all.put(
                "createSheetCorrection",
                example(
                        List.of(),
                        (caller, ids) -> caller.post(
                                "/api/sheet-corrections",
                                Map.of(
                                        "kind",
                                        "quarter",
                                        "from",
                                        DEPLOYED.sealedQuarter(caller),
                                        "reason",
                                        "A made-up reason"))));
        all.put("listMeasures", get("/api/people/{personId}/measures"));
        all.put(
                "createMeasure",
                example(
                        List.of("personId"),
                        (caller, ids) -> caller.post(
                                "/api/people/" + ids.get("personId") + "/measures", World.answers("experience3"))));
        all.put(
                "updateMeasure",
                example(
                        List.of("personId", "measureId"),
                        (caller, ids) -> caller.put(
                                "/api/people/" + ids.get("personId") + "/measures/" + ids.get("measureId"),
                                Map.of(
                                        "day",
                                        "2026-01-05",
                                        "how",
                                        "paper",
                                        "answers",
                                        List.of(Map.of("item", "happy", "value", 3)),
                                        "reason",
                                        "A slip"),
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "withdrawMeasure",
                example(
                        List.of("personId", "measureId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/people/" + ids.get("personId") + "/measures/" + ids.get("measureId")
                                        + "/withdraw",
                                Map.of("reason", "Another person"),
                                Map.of("If-Match", "\"0\""))));
        all.put("noteWriter", post(one + "/writers/me", Map.of()));
        all.put("deleteWriter", conversation("DELETE", "/writers/me"));
        all.put("deleteConversation", conversation("DELETE", ""));
        all.put(
                "updateConversationReaders",
                example(
                        List.of("conversationId"),
                        (caller, ids) -> caller.call(
                                "PUT",
                                "/api/conversations/" + ids.get("conversationId") + "/readers",
                                Map.of("memberIds", List.of()),
                                Map.of("If-Match", "\"0\""))));
        all.put(
                "addConversationPerson",
                example(
                        List.of("conversationId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/conversations/" + ids.get("conversationId") + "/people",
                                Map.of("personId", World.person(caller, "Edna", "Fox")),
                                Map.of("If-Match", "\"0\""))));
        all.put("listConversationMoves", get(one + "/moves"));
        all.put("listMovedConversations", get("/api/people/{personId}/moved-conversations"));
        all.put(
                "moveConversation",
                example(
                        List.of("conversationId", "personId"),
                        (caller, ids) -> caller.call(
                                "POST",
                                "/api/conversations/" + ids.get("conversationId") + "/moves",
                                Map.of(
                                        "fromPersonId",
                                        ids.get("personId"),
                                        "toPersonId",
                                        World.person(caller, "Edna", "Fox"),
                                        "reason",
                                        "Namesakes"),
                                Map.of(
                                        "If-Match",
                                        "\"0\"",
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()))));
        all.put("deleteConversationPerson", example(List.of("conversationId", "personId"), (caller, ids) -> {
            var people = "/api/conversations/" + ids.get("conversationId") + "/people";
            caller.call(
                    "POST",
                    people,
                    Map.of("personId", World.person(caller, "Edna", "Fox")),
                    Map.of("If-Match", "\"0\""));
            return caller.call("DELETE", people + "/" + ids.get("personId"), null, Map.of("If-Match", "\"1\""));
        }));
        return all;
    }

    private static final Map<String, Object> TRIED = Map.of("kind", "tried-to-reach", "day", "2026-01-05");

    private static Answer finish(Client caller, Map<String, String> ids) {
        return caller.call(
                "POST",
                "/api/conversations/" + ids.get("conversationId") + "/finish",
                Map.of("decisions", TRIED, "toolTextRead", false),
                Map.of("If-Match", "\"0\"", "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static String connection(Map<String, String> ids) {
        return "/api/conversations/" + ids.get("conversationId") + "/connections/" + ids.get("connectionId");
    }

    private static String step(Map<String, String> ids) {
        return "/api/conversations/" + ids.get("conversationId") + "/steps/" + ids.get("stepId");
    }

    /** Calls an operation of a letter, after a text was written in its record. */
    private static Example letter(String method, String end, @Nullable Object body) {
        return example(List.of("conversationId", "personId"), (caller, ids) -> {
            var path = "/api/conversations/" + ids.get("conversationId");
            var prompt = caller.get(path).json().at("/prompts/0/id").asString("prompt.notes");
            caller.put(
                    path + "/boxes/" + prompt,
                    Map.of("text", "Her garden", "fromTool", false),
                    Map.of("If-Match", "\"0\""));
            return caller.call(
                    method,
                    path + "/letters/" + ids.get("personId") + end,
                    body,
                    Map.of(
                            "If-Match",
                            "\"0\"",
                            "Idempotency-Key",
                            UUID.randomUUID().toString()));
        });
    }

    private static Example conversation(String method, String end) {
        return example(
                List.of("conversationId"),
                (caller, ids) ->
                        caller.call(method, "/api/conversations/" + ids.get("conversationId") + end, null, Map.of()));
    }

    /** Changes a booking, after the changes that must come before. */
    private static Example change(String... changes) {
        return changeOf("bookings", "bookingId", changes);
    }

    private static Example changeOfWalkIn(String... changes) {
        return changeOf("walk-ins", "walkInId", changes);
    }

    /** Corrects a visit to one that was at midnight, which is never in the future. */
    private static Example correction(String kind, String id, String status) {
        return example(List.of(id), (caller, ids) -> {
            var path = "/api/" + kind + "/" + ids.get(id);
            return caller.call(
                    "POST",
                    path + "/corrections",
                    Map.of("status", status, "arrived", "00:00", "reason", "A mistake"),
                    Map.of(
                            "If-Match",
                            etagOf(caller, path),
                            "Idempotency-Key",
                            UUID.randomUUID().toString()));
        });
    }

    /** Records that a person who did not come was rung, and calls the operation at the end of the path. */
    private static Example followUp(String end) {
        return example(List.of("bookingId"), (caller, ids) -> {
            var path = "/api/bookings/" + ids.get("bookingId");
            caller.call("POST", path + "/did-not-attend", Map.of("next", "ring-them"), Map.of());
            var rung = caller.call("POST", path + "/follow-up", Map.of("outcome", "rung"), Map.of());
            return end.isEmpty() ? rung : caller.call("POST", path + "/follow-up" + end, null, Map.of());
        });
    }

    private static Example changeOf(String kind, String id, String... changes) {
        return example(List.of(id), (caller, ids) -> {
            var path = "/api/" + kind + "/" + ids.get(id) + "/";
            for (int before = 0; before < changes.length - 1; before++) {
                caller.call("POST", path + changes[before], null, Map.of());
            }
            return caller.call("POST", path + changes[changes.length - 1], null, Map.of());
        });
    }

    /** Returns a connection to Keycloak itself, which has a discovery document. It is off. */
    private static Map<String, Object> signInProvider() {
        return Map.of(
                "issuer",
                DEPLOYED.issuer(),
                "clientId",
                "made-up",
                "clientSecret",
                "made-up",
                "groupsClaim",
                "groups",
                "roles",
                List.of(Map.of("group", "Leads", "role", "lead")),
                "enabled",
                false);
    }

    private static Map<String, Example> examplesOfTheTeam() {
        var all = new HashMap<String, Example>();
        all.put("listTeamMembers", get("/api/members"));
        all.put(
                "updateTeamMember",
                example(
                        List.of("memberId"),
                        (caller, ids) -> caller.put(
                                "/api/members/" + ids.get("memberId"),
                                Map.of("name", "Made-up", "roles", List.of("viewer"), "status", "active"),
                                Map.of("If-Match", "\"1\""))));
        all.put("renewTeamPassword", post("/api/members/{memberId}/one-time-password", null));
        all.put("getTeamSecondFactor", get("/api/members/{memberId}/second-factor"));
        all.put("resetTeamSecondFactor", post("/api/members/{memberId}/second-factor-reset", Map.of("reason", "lost")));
        all.put("listInvitations", get("/api/invitations"));
        all.put("previewNewInvitations", post("/api/invitations/preview", INVITATIONS));
        all.put("createInvitations", example(List.of(), (caller, ids) -> caller.post("/api/invitations", INVITATIONS)));
        all.put("getInvitation", get("/api/invitations/{invitationId}"));
        all.put("sendInvitationAgain", post("/api/invitations/{invitationId}/send-again", null));
        all.put("listSupportGrants", get("/api/support-grants"));
        all.put("approveSupportGrant", post("/api/support-grants/{grantId}/approve", Map.of("residents", false)));
        all.put("declineSupportGrant", post("/api/support-grants/{grantId}/decline", null));
        all.put("endSupportGrant", example(List.of("grantId"), (caller, ids) -> {
            var grant = "/api/support-grants/" + ids.get("grantId");
            caller.call("POST", grant + "/approve", Map.of("residents", false), Map.of());
            return caller.call("POST", grant + "/end", null, Map.of());
        }));
        all.put("revokeInvitation", post("/api/invitations/{invitationId}/revoke", null));
        all.put("findAuditSubject", example(List.of(), (caller, ids) -> {
            var person = caller.get("/api/people/" + World.person(caller, "Edna", "Fox"));
            var reference = person.json().path("reference").asString();
            return caller.post("/api/audit/subjects/search", Map.of("reference", reference));
        }));
        introductions(all);
        all.put("getBlueprint", get("/api/blueprint"));
        all.put("adoptBlueprint", post("/api/blueprint/adopt", KINDS));
        all.put("decideOnBlueprint", example(List.of(), (caller, ids) -> {
            var messages = Map.of("version", "1.0", "parts", List.of("messages"));
            caller.call("POST", "/api/blueprint/adopt", messages, Map.of());
            var decision = Map.of("element", "message.missed-text", "decision", "take", "note", "As it is");
            return caller.call(
                    "POST",
                    "/api/blueprint/decisions",
                    Map.of("version", "1.1", "decisions", List.of(decision)),
                    Map.of());
        }));
        return all;
    }

    private static void introductions(Map<String, Example> all) {
        var path = "/api/introductions";
        all.put("listIntroductionQuestions", get(path + "/questions"));
        all.put("getIntroductionQuestion", get(path + "/questions/{questionId}"));
        all.put("createIntroductionQuestion", example(List.of(), (caller, ids) -> {
            DEPLOYED.forgetIntroductions(
                    caller.get("/api/council").json().path("alias").asString());
            return caller.post(path + "/questions", Map.of("rate", "attended"));
        }));
        all.put("withdrawIntroductionQuestion", post(path + "/questions/{questionId}/withdraw", null));
        all.put("listIntroductionRequests", get(path + "/requests"));
        all.put("answerIntroductionRequest", post(path + "/requests/{requestId}/answer", Map.of("answer", "not-now")));
        all.put("getIntroductionOffer", get(path + "/offer"));
        all.put(
                "updateIntroductionOffer",
                example(
                        List.of(),
                        (caller, ids) -> caller.put(
                                path + "/offer",
                                Map.of("rates", List.of("listened-to")),
                                Map.of("If-Match", etagOf(caller, path + "/offer")))));
    }

    /** Posts a body that names no id. */
    private static Example post(String path, @Nullable Object body) {
        var ids = idsIn(path);
        return new Example(ids, (caller, values) -> caller.call("POST", filled(path, ids, values), body, Map.of()));
    }

    private static Example example(List<String> ids, Maker maker) {
        return new Example(ids, maker);
    }

    /** Returns an example on a new draft of a report, by its version. */
    private static Example ofDraft(BiFunction<Client, String, Answer> call) {
        return example(List.of(), (caller, ids) -> call.apply(caller, World.evidenceDraft(caller)));
    }

    private static Example get(String path) {
        var ids = idsIn(path);
        return new Example(ids, (caller, values) -> caller.get(filled(path, ids, values)));
    }

    private static List<String> idsIn(String path) {
        var ids = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.startsWith("{")) {
                ids.add(part.substring(1, part.length() - 1));
            }
        }
        return ids;
    }

    private static String filled(String path, List<String> ids, Map<String, String> values) {
        var filled = path;
        for (var id : ids) {
            filled = filled.replace("{" + id + "}", values.get(id));
        }
        return filled;
    }

    /** Makes a fresh record of every kind, including those that tenant-service keeps of a council's team. */
    private static Map<String, String> worldOf(Client council, String alias) {
        var ids = new HashMap<>(World.in(council).ids());
        for (var name : IDS_OF_THE_TEAM) {
            ids.put(name, ofTheTeam(council, alias, name));
        }
        return Map.copyOf(ids);
    }

    /** Makes the records whose names are given. */
    private static Map<String, String> worldOf(Client council, String alias, List<String> names) {
        var ids = new HashMap<>(World.in(council, names).ids());
        names.stream()
                .filter(IDS_OF_THE_TEAM::contains)
                .forEach(name -> ids.put(name, ofTheTeam(council, alias, name)));
        return Map.copyOf(ids);
    }

    private static String ofTheTeam(Client council, String alias, String name) {
        return switch (name) {
            case "memberId" -> member(alias);
            case "invitationId" -> invitation(council, alias);
            case "closedRecordId" -> DEPLOYED.conversationWithoutReaders(council, alias);
            case "questionId" -> DEPLOYED.introductionQuestion(alias);
            case "requestId" -> DEPLOYED.introductionRequest(alias);
            default -> askedForSupport(council, alias);
        };
    }

    private static String member(String alias) {
        return DEPLOYED.addPerson(alias, "Made-up", addressAt(alias), "viewer");
    }

    private static String invitation(Client council, String alias) {
        var invited = addressAt(alias);
        council.post("/api/invitations", Map.of("emails", List.of(invited), "roles", List.of("viewer")));
        for (var invitation : council.get("/api/invitations").json().path("items")) {
            if (invitation.path("email").asString().equals(invited)) {
                return invitation.path("id").asString();
            }
        }
        throw new AssertionError("The invitation is not in the list.");
    }

    private static String addressAt(String alias) {
        return UUID.randomUUID() + "@" + alias + ".example";
    }

    /** Returns a fresh request for support access. An operator has one at a time, so an earlier one is closed first. */
    private static String askedForSupport(Client council, String alias) {
        for (var grant : council.get("/api/support-grants").json().path("items")) {
            var path = "/api/support-grants/" + grant.path("id").asString();
            switch (grant.path("status").asString()) {
                case "asked" -> council.call("POST", path + "/decline", null, Map.of());
                case "approved" -> council.call("POST", path + "/end", null, Map.of());
                default -> {
                    // over already
                }
            }
        }
        return DEPLOYED.operator()
                .post(
                        "/api/councils/" + DEPLOYED.councilId(alias) + "/support-grants",
                        Map.of("reason", "Made-up", "hours", 1))
                .json()
                .path("id")
                .asString();
    }

    /** Reads the version as a page would, or guesses one if the row belongs to another council. */
    private static String etagOf(Client caller, String path) {
        var etag = caller.get(path).header("ETag");
        return etag.isEmpty() ? "\"0\"" : etag;
    }

    /** Reads the preview of a change, and then makes the change if the request asks for it. */
    private static Answer afterPreview(Client caller, String path, String more, Map<String, Object> body) {
        var preview = caller.post(path + "/preview", body);
        if (!more.isEmpty()) {
            return preview;
        }
        var mark = preview.header("ETag");
        return caller.call("POST", path, body, Map.of("If-Match", mark.isEmpty() ? "\"0\"" : mark));
    }

    /**
     * Returns the operations that a member of a council may call. A later test shows that an operator's endpoints are
     * closed to members. A request to go live names no id and succeeds once in a council's life, before the time of
     * these two councils.
     */
    private static Stream<Operation> signedInOperations() {
        return Stream.of("conversations-service", "tenant-service")
                .flatMap(service -> Operation.of(service).stream())
                .filter(operation -> operation.path().startsWith("/api/") && !isAnOperators(operation))
                .filter(operation -> !operation.id().equals("askToGoLive"));
    }

    private static boolean isAnOperators(Operation operation) {
        return operation
                .path()
                .matches("/api/(councils(/.*)?|deployment|installation-test(/.*)?|local-authorities/.+)");
    }

    @TestFactory
    Stream<DynamicTest> theOwnerSucceedsOnAFreshFixture() {
        return signedInOperations()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var ids = new HashMap<>(
                            worldOf(FIRST, "larkshire", exampleOf(operation).ids()));
                    if (operation.id().equals("createBooking")) {
                        ids.put("personId", World.person(FIRST, "Edna", "Fox"));
                    }
                    if (ON_THE_DAY.contains(operation.id())) {
                        ids.put("bookingId", World.bookingNow(FIRST));
                        ids.put(
                                "sessionId",
                                World.sessionOfBooking(FIRST, Objects.requireNonNull(ids.get("bookingId"))));
                    }

                    var answer = exampleOf(operation).maker().call(FIRST, ids);

                    assertThat(answer.succeeded()).as("%s", answer).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> anotherCouncilsIdIsAnsweredLikeARandomOne() {
        var first = worldOf(FIRST, "larkshire");
        var second = worldOf(SECOND, "meadowshire");
        return signedInOperations().flatMap(operation -> {
            var example = exampleOf(operation);
            return subsetsOf(example.ids())
                    .map(foreign -> dynamicTest(operation + " with foreign " + foreign, () -> {
                        var withFirst = new HashMap<>(second);
                        var withRandom = new HashMap<>(second);
                        for (var id : foreign) {
                            withFirst.put(id, Objects.requireNonNull(first.get(id)));
                            withRandom.put(id, UUID.randomUUID().toString());
                        }

                        var toFirst = example.maker().call(SECOND, withFirst);
                        var toRandom = example.maker().call(SECOND, withRandom);

                        assertThat(toFirst.status()).as("%s", toFirst).isEqualTo(404);
                        assertThat(toFirst.comparable()).isEqualTo(toRandom.comparable());
                        assertThat(toFirst.comparable()).doesNotContain(withFirst.get(foreign.getFirst()));
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatNamesNoIdShowsNothingOfAnotherCouncil() {
        var first = worldOf(FIRST, "larkshire");
        return signedInOperations()
                .filter(operation -> exampleOf(operation).ids().isEmpty())
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var answer = exampleOf(operation).maker().call(SECOND, Map.of());

                    assertThat(answer.succeeded()).as("%s", answer).isTrue();
                    for (var id : first.values()) {
                        assertThat(answer.text()).doesNotContain(id);
                    }
                }));
    }

    /**
     * Tests that council ids in wrong places change nothing: in a header, in the query and in an extra field of a body.
     */
    @TestFactory
    Stream<DynamicTest> aCouncilsIdAddedToARequestChangesNothing() {
        var council = DEPLOYED.councilId("larkshire");
        return Stream.of("X-Tenant-Id", "X-Council", "Alongside-Council", "X-Alongside-Council", "tenant_id")
                .map(header -> dynamicTest("header " + header, () -> {
                    var plain = SECOND.get("/api/council");
                    var withHeader = SECOND.call("GET", "/api/council", null, Map.of(header, council));

                    assertThat(withHeader.comparable()).isEqualTo(plain.comparable());
                }));
    }

    @Test
    void aCouncilsIdInTheQueryOrTheBodyChangesNothing() {
        var council = DEPLOYED.councilId("larkshire");

        var asked = SECOND.get("/api/council?tenant_id=" + council + "&council=" + council);
        var made = SECOND.post(
                "/api/people",
                Map.of(
                        "firstName",
                        "Lyn",
                        "lastName",
                        "Shaw",
                        "noContact",
                        true,
                        "needs",
                        List.of(),
                        "tenantId",
                        council,
                        "tenant_id",
                        council));

        assertThat(asked.comparable()).isEqualTo(SECOND.get("/api/council").comparable());
        assertThat(made.header("Alongside-Council")).isEqualTo(DEPLOYED.councilId("meadowshire"));
        if (made.succeeded()) {
            assertThat(FIRST.get("/api/people/" + made.json().path("id").asString())
                            .status())
                    .isEqualTo(404);
        } else {
            assertThat(made.status()).isEqualTo(400);
        }
    }

    /** Tests that staff of a council, including leads, get nothing from the operator's endpoints, for any council. */
    @TestFactory
    Stream<DynamicTest> theOperatorsEndpointsAreClosedToCouncils() {
        var member = DEPLOYED.anyMemberOf("larkshire");
        return Operation.of("tenant-service").stream()
                .filter(CrossCouncilTest::isAnOperators)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var answers = Stream.of(
                                    DEPLOYED.councilId("larkshire"),
                                    DEPLOYED.councilId("meadowshire"),
                                    UUID.randomUUID().toString())
                            .map(council -> SECOND.call(
                                            operation.method(),
                                            operation
                                                    .path()
                                                    .replace("{councilId}", council)
                                                    .replaceAll("\\{\\w+}", member),
                                            bodyOf(operation),
                                            Map.of("If-Match", "\"0\"", "Idempotency-Key", "one"))
                                    .comparable())
                            .distinct()
                            .toList();

                    assertThat(answers).hasSize(1);
                    assertThat(answers.getFirst()).startsWith("403");
                }));
    }

    /** Returns a body in the form that the operation takes, so that nothing else than the role refuses it. */
    private static @Nullable Object bodyOf(Operation operation) {
        if (operation.method().equals("GET")) {
            return null;
        }
        return operation.path().matches(".*/facts/import(/preview)?") ? "measure\n" : Map.of();
    }

    @TestFactory
    Stream<DynamicTest> whatServicesSayToEachOtherIsNotRoutedFromOutside() {
        return Operation.of("conversations-service").stream()
                .filter(operation -> operation.path().startsWith("/internal/"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var path = operation
                            .path()
                            .replace("{councilId}", DEPLOYED.councilId("meadowshire"))
                            .replace("{memberId}", UUID.randomUUID().toString());

                    assertThat(SECOND.call(operation.method(), path, Map.of(), Map.of())
                                    .status())
                            .isIn(401, 403, 404, 405);
                    assertThat(SECOND.at(DEPLOYED.conversations())
                                    .call(operation.method(), path, Map.of(), Map.of())
                                    .status())
                            .as("asked at the service itself, with a token that is not the other service's")
                            .isEqualTo(403);
                }));
    }

    private static Example exampleOf(Operation operation) {
        var example = EXAMPLES.getOrDefault(operation.id(), EXAMPLES.get(operation.path()));
        if (example == null) {
            throw new AssertionError(operation + " (" + operation.id() + ") has no valid example here");
        }
        return example;
    }

    private static Stream<List<String>> subsetsOf(List<String> ids) {
        var subsets = new ArrayList<List<String>>();
        for (int bits = 1; bits < 1 << ids.size(); bits++) {
            var subset = new ArrayList<String>();
            for (int i = 0; i < ids.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    subset.add(ids.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets.stream();
    }
}
