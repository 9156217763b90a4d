package uk.alongside.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api.Answer;

/** Checks that staff who use another council's ids get the same bytes as for an id that never existed. */
@ServiceTest
class CrossCouncilTest {

    @LocalServerPort
    private int port;

    private TestCouncil larkshire;
    private Api stranger;
    private UUID hub;
    private UUID session;
    private UUID slot;
    private UUID person;
    private UUID booking;

    /** An operation on one id. */
    private record Operation(String method, String path, String body) {

        Answer by(Api api, UUID id) {
            return api.send(
                    method,
                    path.formatted(id),
                    body.isEmpty() ? null : body.formatted(id),
                    "Idempotency-Key",
                    UUID.randomUUID().toString(),
                    "If-Match",
                    "\"0\"");
        }
    }

    @BeforeEach
    void twoCouncils() {
        larkshire = TestCouncil.create(port);
        hub = larkshire.hub("Market Street Library");
        var json = larkshire.session(hub, TestCouncil.today(), "00:00", "00:00", 240, 5);
        session = TestCouncil.uuid(json.path("id"));
        slot = TestCouncil.uuid(json.path("slots").path(5).path("id"));
        person = larkshire.person("Margaret", "Ellison");
        booking =
                TestCouncil.uuid(book(larkshire.hubStaff(), slot, person).json().path("id"));
        stranger = TestCouncil.create(port).member("hub-staff", "lead", "practitioner", "viewer");
    }

    @Test
    void seesNothingByAnyId() {
        var staff = larkshire.member("hub-staff", "lead");
        var today = TestCouncil.today();
        var plan =
                "{\"date\": \"%s\", \"starts\": \"09:30\", \"ends\": \"12:30\", \"slotMinutes\": 45, \"placesPerSlot\": 1}"
                        .formatted(today.plusDays(9));
        var form = "{\"firstName\": \"Tom\", \"lastName\": \"Akande\", \"noContact\": true, \"needs\": []}";

        evidence(staff);
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s", ""));
        var asset = TestCouncil.uuid(
                staff.post("/api/assets", "{\"name\": \"Shed\"}").json().path("id"));
        assertHidden(staff, asset, new Operation("GET", "/api/assets/%s", ""));
        assertHidden(
                staff,
                asset,
                new Operation("PUT", "/api/assets/%s", "{\"details\": {\"name\": \"Shed\"}, \"active\": true}"));
        assertHidden(staff, hub, new Operation("POST", "/api/assets", "{\"name\": \"Choir\", \"hubId\": \"%s\"}"));
        assertHidden(staff, hub, new Operation("GET", "/api/residents-page/places/%s", ""));
        assertHidden(
                staff,
                hub,
                new Operation(
                        "PUT",
                        "/api/hubs/%s",
                        "{\"name\": \"Market Street Library\", \"address\": [\"1 High Street\"], \"postcode\": \"HX1 1UJ\"}"));
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/rooms", "{\"name\": \"Room 9\"}"));
        var closure = "{\"from\": \"" + today + "\", \"to\": \"" + today + "\", \"reason\": \"New floor\"}";
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/closures/preview", closure));
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/closures", closure));
        var whole = staff.get("/api/hubs/" + hub).json();
        assertHidden(
                staff,
                TestCouncil.uuid(whole.path("rooms").path(0).path("id")),
                new Operation("DELETE", "/api/hubs/" + hub + "/rooms/%s", ""));
        assertHidden(
                staff,
                TestCouncil.uuid(whole.path("closures").path(0).path("id")),
                new Operation("GET", "/api/hubs/" + hub + "/closures/%s", ""));
        assertHidden(
                staff,
                TestCouncil.uuid(whole.path("closures").path(0).path("id")),
                new Operation("DELETE", "/api/hubs/" + hub + "/closures/%s", ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/sessions", ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/days/" + today, ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/days/" + today + "/events?seconds=1", ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/free-slots", ""));
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/sessions", plan));
        assertHidden(staff, session, new Operation("GET", "/api/sessions/%s", ""));
        assertHidden(staff, session, new Operation("GET", "/api/sessions/%s/headcount", ""));
        assertHidden(staff, session, new Operation("PUT", "/api/sessions/%s/headcount", "{\"people\": 4}"));
        assertHidden(staff, session, new Operation("GET", "/api/sessions/%s/headcount/changes", ""));
        assertHidden(staff, session, new Operation("GET", "/api/sessions/%s/paper-sheet", ""));
        assertHidden(
                staff,
                session,
                new Operation("POST", "/api/sessions/%s/paper-records", "{\"bookings\": [], \"walkIns\": []}"));
        var weekly = """
                {"repeats": "weekly", "days": ["tuesday"], "from": "%s", "starts": "09:30", "ends": "12:30",
                 "slotMinutes": 45, "placesPerSlot": 1, "room": "Hall"}""".formatted(today.plusDays(1));
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/series/preview", weekly));
        assertHidden(staff, hub, new Operation("POST", "/api/hubs/%s/series", weekly));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/series", ""));
        var listed = staff.get("/api/hubs/" + hub + "/series").json().path("items");
        var imported = staff.csv(
                        "/api/hubs/imports",
                        "venue_name,address_1,postcode\nHall,9 Market Street,HX1 1UJ\n".getBytes(UTF_8))
                .json();
        assertHidden(
                staff, TestCouncil.uuid(imported.path("id")), new Operation("POST", "/api/hubs/imports/%s/undo", ""));
        var series = TestCouncil.uuid(listed.path(0).path("id"));
        assertHidden(staff, series, new Operation("GET", "/api/series/%s", ""));
        assertHidden(
                staff,
                series,
                new Operation(
                        "POST",
                        "/api/series/%s/end/preview",
                        "{\"last\": \"" + today.plusDays(30) + "\", \"reason\": \"The library closes\"}"));
        assertHidden(
                staff,
                session,
                new Operation(
                        "POST",
                        "/api/sessions/%s/changes/preview",
                        "{\"scope\": \"this\", \"starts\": \"00:00\", \"ends\": \"00:00\", \"slotMinutes\": 60}"));
        assertHidden(
                staff,
                session,
                new Operation("POST", "/api/sessions/%s/cancel/preview", "{\"reason\": \"The heating is broken\"}"));
        assertHidden(staff, person, new Operation("GET", "/api/people/%s", ""));
        assertHidden(staff, person, new Operation("GET", "/api/people/%s/access-log", ""));
        assertHidden(staff, person, new Operation("GET", "/api/people/%s/bookings", ""));
        assertHidden(staff, person, new Operation("PUT", "/api/people/%s", form));
        assertHidden(staff, person, new Operation("GET", "/api/people/%s/merges", ""));
        var merge = TestCouncil.uuid(staff.post(
                        "/api/person-merges",
                        "{\"mergedId\": \"" + larkshire.person("Peg", "Ellison") + "\", \"keptId\": \"" + person
                                + "\", \"reason\": \"The same phone\"}")
                .json()
                .path("id"));
        assertHidden(
                staff,
                person,
                new Operation(
                        "POST",
                        "/api/person-merges",
                        "{\"mergedId\": \"%s\", \"keptId\": \"" + larkshire.person("Meg", "Ellison")
                                + "\", \"reason\": \"x\"}"));
        assertHidden(staff, merge, new Operation("POST", "/api/person-merges/%s/merge", ""));
        assertHidden(
                staff,
                merge,
                new Operation("POST", "/api/person-merges/%s/undo", "{\"reason\": \"They are sisters\"}"));
        assertHidden(staff, booking, new Operation("GET", "/api/bookings/%s", ""));
        assertHidden(staff, booking, new Operation("GET", "/api/bookings/%s/corrections", ""));
        TestCouncil.isToday(booking.toString());
        for (var change : List.of("check-in", "start", "finish", "undo")) {
            assertHidden(staff, booking, new Operation("POST", "/api/bookings/%s/" + change, ""));
        }
        var spare =
                larkshire.session(larkshire.hub("Annex"), today.plusDays(3), 5).path("slots");
        var spareSlot = TestCouncil.uuid(spare.path(0).path("id"));
        assertHidden(
                staff,
                hub,
                new Operation("POST", "/api/hubs/%s/days/" + today + "/walk-ins", "{\"reason\": \"talk\"}"));
        var walkIn = walkIn(staff);
        for (var change : List.of("start", "finish", "undo")) {
            assertHidden(staff, walkIn, new Operation("POST", "/api/walk-ins/%s/" + change, ""));
        }
        assertHidden(staff, walkIn, new Operation("GET", "/api/walk-ins/%s", ""));
        assertHidden(staff, walkIn, new Operation("GET", "/api/walk-ins/%s/corrections", ""));
        seesNoConversation();
        assertHidden(staff, spareSlot, new Operation("POST", "/api/slots/%s/holds", ""));
        var hold = staff.post("/api/slots/" + spareSlot + "/holds", "");
        assertHidden(staff, TestCouncil.uuid(hold.json().path("id")), new Operation("GET", "/api/holds/%s", ""));
        assertHidden(staff, TestCouncil.uuid(hold.json().path("id")), new Operation("DELETE", "/api/holds/%s", ""));
        assertHidden(staff, spareSlot, new Operation("POST", "/api/slots/%s/extra-places", "{\"reason\": \"family\"}"));
        var extraPlace = staff.post("/api/slots/" + spareSlot + "/extra-places", "{\"reason\": \"family\"}");
        assertHidden(
                staff,
                TestCouncil.uuid(extraPlace.json().path("id")),
                new Operation("GET", "/api/extra-places/%s", ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/people-to-tell", ""));
        var toTell = personToTell(spareSlot);
        assertHidden(staff, toTell, new Operation("POST", "/api/people-to-tell/%s/not-reached", ""));
        assertHidden(staff, toTell, new Operation("POST", "/api/people-to-tell/%s/told", "{\"how\": \"phone\"}"));
        assertHidden(staff, toTell, new Operation("POST", "/api/people-to-tell/%s/undo", ""));
        var moving = TestCouncil.uuid(
                book(larkshire.hubStaff(), spareSlot, person).json().path("id"));
        assertHidden(
                staff,
                moving,
                new Operation(
                        "POST",
                        "/api/bookings/%s/move",
                        "{\"slotId\": \"" + spare.path(1).path("id").asString() + "\"}"));
        assertHidden(
                staff,
                bookingNow(),
                new Operation("POST", "/api/bookings/%s/did-not-attend", "{\"next\": \"ring-them\"}"));
        assertHidden(staff, bookingNow(), new Operation("POST", "/api/bookings/%s/late-arrival", "{}"));
        var toRing = bookingNow();
        staff.post("/api/bookings/" + toRing + "/did-not-attend", "{\"next\": \"ring-them\"}");
        assertHidden(staff, toRing, new Operation("POST", "/api/bookings/%s/follow-up", "{\"outcome\": \"rung\"}"));
        assertHidden(staff, toRing, new Operation("POST", "/api/bookings/%s/follow-up/undo", ""));
        assertHidden(staff, hub, new Operation("GET", "/api/hubs/%s/to-finish", ""));
        assertHidden(
                staff,
                TestCouncil.uuid(book(larkshire.hubStaff(), slot, larkshire.person("Peter", "Lowe"))
                        .json()
                        .path("id")),
                new Operation("POST", "/api/bookings/%s/cancel", "{\"askedBy\": \"person\"}"));
        var correction = "{\"status\": \"%s\", \"arrived\": \"00:00\", \"reason\": \"A mistake\"}";
        assertHidden(
                staff,
                walkIn(staff),
                new Operation("POST", "/api/walk-ins/%s/corrections", correction.formatted("left")));
        assertHidden(
                staff,
                TestCouncil.uuid(book(larkshire.hubStaff(), slot, larkshire.person("Ann", "Fox"))
                        .json()
                        .path("id")),
                new Operation("POST", "/api/bookings/%s/corrections", correction.formatted("arrived")));
        assertHidden(staff, walkIn(staff), new Operation("POST", "/api/walk-ins/%s/leave", ""));
        var other = larkshire.person("Tom", "Akande");
        assertHidden(staff, slot, new Operation("POST", "/api/slots/%s/bookings", "{\"personId\": \"" + other + "\"}"));
    }

    /** The strangers are practitioners too, and no id of this council opens anything to them. */
    private void seesNoConversation() {
        var practitioner = larkshire.member("practitioner");
        var other = larkshire.person("Rosa", "Diaz");
        var text = "{\"text\": \"Her garden\", \"fromTool\": false}";
        var visit = walkIn(practitioner, "\"personId\": \"" + other + "\"");
        practitioner.post("/api/walk-ins/" + visit + "/start", "");
        assertHidden(practitioner, other, new Operation("POST", "/api/conversations", "{\"personIds\": [\"%s\"]}"));
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/timeline", ""));
        assertHidden(practitioner, visit, new Operation("POST", "/api/conversations", "{\"walkInId\": \"%s\"}"));
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/conversations", ""));
        var id = conversation(practitioner, other);
        assertHidden(practitioner, id, new Operation("GET", "/api/conversations/%s", ""));
        assertHidden(practitioner, id, new Operation("GET", "/api/conversations/%s/revisions", ""));
        assertHidden(practitioner, id, new Operation("POST", "/api/conversations/%s/writers/me", "{}"));
        assertHidden(practitioner, id, new Operation("DELETE", "/api/conversations/%s/writers/me", ""));
        assertHidden(practitioner, id, new Operation("PUT", "/api/conversations/%s/boxes/prompt.notes", text));
        var sentence = "{\"heading\": \"matters\", \"text\": \"I like to see the door.\", \"saidBy\": \"person\","
                + " \"saidOn\": \"" + TestCouncil.today() + "\"}";
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/about-me", ""));
        assertHidden(practitioner, other, new Operation("POST", "/api/people/%s/about-me", sentence));
        var said = TestCouncil.uuid(practitioner
                .post("/api/people/" + other + "/about-me", sentence)
                .json()
                .path("id"));
        assertHidden(
                practitioner,
                said,
                new Operation(
                        "PUT",
                        "/api/people/" + other + "/about-me/%s",
                        "{\"details\": " + sentence + ", \"takenAway\": false}"));
        assertHidden(practitioner, id, new Operation("GET", "/api/conversations/%s/about-me-looks", ""));
        assertHidden(practitioner, id, new Operation("POST", "/api/conversations/%s/about-me-looks/" + other, ""));
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/communication", ""));
        assertHidden(practitioner, other, new Operation("PUT", "/api/people/%s/communication", "{}"));
        assertThat(stranger.get("/api/communication-reviews").json().path("items"))
                .isEmpty();
        assertHidden(practitioner, id, new Operation("GET", "/api/conversations/%s/letters", ""));
        var letter = "/api/conversations/%s/letters/" + other;
        assertHidden(practitioner, id, new Operation("GET", letter, ""));
        assertHidden(practitioner, id, new Operation("PUT", letter + "/parts/own-words", "{\"text\": \"Mine\"}"));
        assertHidden(practitioner, id, new Operation("PUT", letter + "/names", "{\"personIds\": []}"));
        assertHidden(practitioner, id, new Operation("POST", letter + "/copies", "{\"how\": \"post\"}"));
        assertHidden(practitioner, id, new Operation("POST", letter + "/withdrawal", "{\"reason\": \"Asked\"}"));
        var worry = "\"worry\": \"A bruise\", \"actions\": [\"not-yet\"]}";
        assertHidden(practitioner, other, new Operation("POST", "/api/concerns", "{\"personId\": \"%s\", " + worry));
        assertHidden(practitioner, id, new Operation("POST", "/api/concerns", "{\"conversationId\": \"%s\", " + worry));
        var concern = TestCouncil.uuid(
                practitioner.post("/api/concerns", "{" + worry).json().path("id"));
        assertHidden(
                practitioner,
                concern,
                new Operation(
                        "POST", "/api/concerns/%s/actions", "{\"actions\": [\"told-the-manager\"], \"told\": \"Jo\"}"));
        assertHidden(practitioner, concern, new Operation("POST", "/api/concerns/%s/read", ""));
        assertThat(stranger.get("/api/concerns?open=false").json().path("items"))
                .isEmpty();
        assertHidden(
                practitioner,
                id,
                new Operation("POST", "/api/conversations/%s/people", "{\"personId\": \"" + person + "\"}"));
        assertHidden(practitioner, id, new Operation("GET", "/api/conversations/%s/moves", ""));
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/moved-conversations", ""));
        var moved = conversation(practitioner, other);
        var move = "{\"fromPersonId\": \"" + other + "\", \"toPersonId\": \"%s\", \"reason\": \"Namesakes\"}";
        assertHidden(practitioner, person, new Operation("POST", "/api/conversations/" + moved + "/moves", move));
        var agreed = conversation(practitioner, other);
        var ring = "{\"what\": \"ring Colin\"}";
        assertHidden(practitioner, agreed, new Operation("GET", "/api/conversations/%s/steps", ""));
        assertHidden(practitioner, agreed, new Operation("POST", "/api/conversations/%s/steps", ring));
        var step = TestCouncil.uuid(practitioner
                .post("/api/conversations/" + agreed + "/steps", ring)
                .json()
                .path("id"));
        assertHidden(
                practitioner,
                step,
                new Operation(
                        "PUT",
                        "/api/conversations/" + agreed + "/steps/%s",
                        "{\"details\": " + ring + ", \"status\": \"done\"}"));
        var added = TestCouncil.uuid(practitioner
                .post("/api/conversations/" + agreed + "/steps", ring)
                .json()
                .path("id"));
        assertHidden(practitioner, added, new Operation("DELETE", "/api/conversations/" + agreed + "/steps/%s", ""));
        var answers =
                "\"how\": \"asked\", \"day\": \"2026-01-05\", \"answers\": [{\"item\": \"listened\", \"value\": 2}]";
        var asked = "{\"instrument\": \"experience3\", " + answers;
        var measures = "/api/people/" + other + "/measures";
        assertHidden(
                practitioner,
                agreed,
                new Operation(
                        "POST", measures, asked.replace("2026-01-05", "2025-12-01") + ", \"conversationId\": \"%s\"}"));
        assertHidden(practitioner, other, new Operation("GET", "/api/people/%s/measures", ""));
        assertHidden(practitioner, other, new Operation("POST", "/api/people/%s/measures", asked + "}"));
        var measure = TestCouncil.uuid(practitioner
                .post(measures, asked.replace("2026-01-05", "2026-01-06") + "}")
                .json()
                .path("id"));
        var corrected = "{" + answers.replace("2026-01-05", "2026-01-07") + ", \"reason\": \"A slip\"}";
        assertHidden(practitioner, measure, new Operation("PUT", measures + "/%s", corrected));
        var wrong = TestCouncil.uuid(practitioner
                .post(measures, asked.replace("2026-01-05", "2026-01-09") + "}")
                .json()
                .path("id"));
        assertHidden(
                practitioner,
                wrong,
                new Operation("POST", measures + "/%s/withdraw", "{\"reason\": \"Another person\"}"));
        var shed = "{\"name\": \"Shed\", \"way\": \"told\", \"contact\": \"person\"}";
        assertHidden(practitioner, agreed, new Operation("GET", "/api/conversations/%s/connections", ""));
        assertHidden(practitioner, agreed, new Operation("POST", "/api/conversations/%s/connections", shed));
        var connections = "/api/conversations/" + agreed + "/connections";
        var connection =
                TestCouncil.uuid(practitioner.post(connections, shed).json().path("id"));
        assertHidden(
                practitioner,
                connection,
                new Operation("PUT", connections + "/%s", "{\"details\": " + shed + ", \"status\": \"happened\"}"));
        assertHidden(
                practitioner,
                TestCouncil.uuid(practitioner.post(connections, shed).json().path("id")),
                new Operation("DELETE", connections + "/%s", ""));
        var listed = larkshire.member("lead").post("/api/assets", "{\"name\": \"Band\"}");
        assertHidden(
                practitioner,
                TestCouncil.uuid(listed.json().path("id")),
                new Operation(
                        "POST", connections, "{\"assetId\": \"%s\", \"way\": \"told\", \"contact\": \"person\"}"));
        var tried = "{\"decisions\": {\"kind\": \"tried-to-reach\", \"day\": \"" + TestCouncil.today()
                + "\"}, \"toolTextRead\": false}";
        var ending = conversation(practitioner, other);
        assertHidden(practitioner, ending, new Operation("POST", "/api/conversations/%s/finish", tried));
        assertHidden(practitioner, ending, new Operation("GET", "/api/conversations/%s/conclusion", ""));
        assertHidden(
                practitioner, ending, new Operation("POST", "/api/conversations/%s/addenda", "{\"text\": \"More\"}"));
        assertHidden(
                practitioner,
                ending,
                new Operation(
                        "PUT",
                        "/api/conversations/%s/conclusion",
                        tried.replace("\"toolTextRead\": false", "\"reason\": \"It was the day before\"")));
        var own = conversation(
                stranger,
                TestCouncil.uuid(stranger.post(
                                "/api/people",
                                "{\"firstName\": \"Raj\", \"lastName\": \"Patel\", \"noContact\": true, \"needs\": []}")
                        .json()
                        .path("id")));
        var theirPerson = stranger.send(
                "POST",
                "/api/conversations/" + own + "/people",
                "{\"personId\": \"" + other + "\"}",
                "If-Match",
                "\"0\"");
        assertThat(theirPerson.status()).isEqualTo(404);
        assertThat(stranger.get("/api/conversations?recordedBy=all").json().path("items"))
                .hasSize(1);
        assertHidden(
                practitioner, conversation(practitioner, other), new Operation("DELETE", "/api/conversations/%s", ""));
    }

    private static UUID conversation(Api practitioner, UUID person) {
        var begun = practitioner.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}");
        return TestCouncil.uuid(begun.json().path("id"));
    }

    @Test
    void cannotBookAnotherCouncilsPersonIntoAnOwnSlot() {
        var own = TestCouncil.create(port);
        var json = own.session(own.hub("Library"), TestCouncil.today().plusDays(1), 2);
        var ownSlot = TestCouncil.uuid(json.path("slots").path(0).path("id"));

        var refused = book(own.hubStaff(), ownSlot, person);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text())
                .isEqualTo(book(own.hubStaff(), ownSlot, UUID.randomUUID()).text());
        assertThat(book(own.hubStaff(), ownSlot, own.person("Margaret", "Ellison"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void findsNobodyAndNothingInListsAndSearches() {
        var reference = larkshire
                .hubStaff()
                .get("/api/people/" + person)
                .json()
                .path("reference")
                .asString();

        for (var text : List.of("margaret", "el", "900123", "elisson", reference)) {
            var body = "{\"text\": \"" + text + "\"}";
            assertThat(stranger.post("/api/people/search", body).json().path("items"))
                    .isEmpty();
            assertThat(larkshire
                            .hubStaff()
                            .post("/api/people/search", body)
                            .json()
                            .path("items"))
                    .hasSize(1);
        }
        assertThat(stranger.post("/api/people/duplicates", TestCouncil.MARGARET)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(larkshire
                        .hubStaff()
                        .post("/api/people/duplicates", TestCouncil.MARGARET)
                        .json()
                        .path("items"))
                .hasSize(1);
        var theirs = stranger.post("/api/audit/subjects/search", "{\"reference\": \"" + reference + "\"}");
        var nobodys = stranger.post("/api/audit/subjects/search", "{\"reference\": \"22222222\"}");
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.response().body()).isEqualTo(nobodys.response().body());
        assertThat(stranger.get("/api/overdue-work").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/hubs").json().path("total").asInt()).isZero();
        assertThat(stranger.get("/api/hubs?search=market").json().path("items")).isEmpty();
    }

    @Test
    void mayUseTheSameNamesAndKeys() {
        var other = TestCouncil.create(port);
        var key = UUID.randomUUID().toString();

        assertThat(other.hub("Market Street Library")).isNotEqualTo(hub);
        var theirs = create(larkshire.hubStaff(), key);
        var ours = create(other.hubStaff(), key);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(ours.status()).isEqualTo(201);
        assertThat(ours.json().path("id")).isNotEqualTo(theirs.json().path("id"));
    }

    @Test
    void isNotChosenByHeaderPathOrBody() {
        var id = larkshire.id();

        var byHeader = stranger.send(
                "GET", "/api/hubs", null, "X-Tenant-Id", id.toString(), "Alongside-Council", id.toString());
        var byQuery = stranger.get("/api/hubs?tenantId=" + id + "&council=" + id + "&tenant_id=" + id);
        var byBody = stranger.post("/api/people", """
                {"firstName": "Tom", "lastName": "Akande", "noContact": true, "needs": [],
                 "tenantId": "%1$s", "tenant_id": "%1$s", "id": "%2$s", "reference": "22222222", "version": 7}""".formatted(id, person));

        assertThat(byHeader.json().path("total").asInt()).isZero();
        assertThat(byQuery.json().path("total").asInt()).isZero();
        assertThat(byBody.status()).isEqualTo(201);
        assertThat(byBody.json().path("id").asString()).isNotEqualTo(person.toString());
        assertThat(byBody.json().path("reference").asString()).isNotEqualTo("22222222");
        assertThat(larkshire
                        .hubStaff()
                        .post("/api/people/search", "{\"text\": \"akande\"}")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** Makes a booking that staff cancel, and returns the id of the person who must be told. */
    private UUID personToTell(UUID slot) {
        var staff = larkshire.hubStaff();
        var booked = book(staff, slot, person).json();
        staff.post("/api/bookings/" + booked.path("id").asString() + "/cancel", "{\"askedBy\": \"us\"}");
        var list = staff.get("/api/hubs/" + booked.path("hubId").asString() + "/people-to-tell");
        return TestCouncil.uuid(list.json().path("items").path(0).path("id"));
    }

    private UUID walkIn(Api staff) {
        return walkIn(staff, "\"askedOn\": null");
    }

    private UUID walkIn(Api staff, String who) {
        var added = staff.post(
                "/api/hubs/" + hub + "/days/" + TestCouncil.today() + "/walk-ins",
                "{\"reason\": \"talk\", " + who + "}");
        return TestCouncil.uuid(added.json().path("id"));
    }

    /** Makes a booking whose time has come. */
    private UUID bookingNow() {
        var slots = larkshire
                .session(larkshire.hub("Library " + UUID.randomUUID()), TestCouncil.today(), "00:00", "00:00", 240, 1)
                .path("slots");
        var now = StreamSupport.stream(slots.spliterator(), false)
                .filter(each ->
                        !LocalTime.parse(each.path("starts").asString()).isAfter(LocalTime.now(RunningService.CLOCK)))
                .reduce((_, last) -> last)
                .orElseThrow();
        var booked = book(larkshire.hubStaff(), TestCouncil.uuid(now.path("id")), larkshire.person("Ivy", "Marsh"));
        return TestCouncil.uuid(booked.json().path("id"));
    }

    /** Checks a note and a published report. The stranger's list of notes and reports is empty. */
    private void evidence(Api lead) {
        var words = "{\"statement\": \"learning\", \"kind\": \"staff\", \"type\": \"story\", \"words\": \"We meet\"}";
        var note =
                TestCouncil.uuid(lead.post("/api/evidence-notes", words).json().path("id"));
        lead.post("/api/evidence-draft", "");
        assertThat(stranger.get("/api/evidence-draft").status()).isEqualTo(404);
        int version = 0;
        for (var section : List.of(
                "summary",
                "recommendation",
                "background",
                "options",
                "reasons",
                "consultation",
                "impact",
                "implications")) {
            lead.put(
                    "/api/evidence-draft/sections/" + section,
                    "{\"text\": \"Words\"}",
                    "If-Match",
                    "\"" + version++ + "\"");
        }
        assertThat(new Operation("POST", "/api/evidence-draft/refresh", "")
                        .by(stranger, note)
                        .status())
                .isEqualTo(404);
        var report = lead.send(
                "POST",
                "/api/evidence-reports",
                null,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "\"8\"");
        assertHidden(
                lead, TestCouncil.uuid(report.json().path("id")), new Operation("GET", "/api/evidence-reports/%s", ""));
        assertThat(stranger.get("/api/evidence").json().path("notes")).isEmpty();
        assertThat(stranger.get("/api/evidence-reports").json().path("items")).isEmpty();
        assertHidden(lead, note, new Operation("PUT", "/api/evidence-notes/%s", words));
        var other =
                TestCouncil.uuid(lead.post("/api/evidence-notes", words).json().path("id"));
        assertHidden(lead, other, new Operation("DELETE", "/api/evidence-notes/%s", ""));
    }

    /** Checks that the owner gets the data, and the stranger the same answer as for an id that never existed. */
    private void assertHidden(Api owner, UUID id, Operation operation) {
        var theirs = operation.by(stranger, id);
        var nobodys = operation.by(stranger, UUID.randomUUID());
        var owners = operation.by(owner, id);

        assertThat(owners.status()).as("%s %s", operation, owners).isBetween(200, 299);
        assertThat(theirs.status()).as("%s", operation).isEqualTo(404);
        assertThat(theirs.response().body()).isEqualTo(nobodys.response().body());
        assertThat(headers(theirs)).isEqualTo(headers(nobodys));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        // The server sends this header once in a hundred answers, whatever the request.
        headers.remove("connection");
        return headers;
    }

    private static Answer book(Api api, UUID slot, UUID person) {
        return api.post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}");
    }

    private static Answer create(Api api, String key) {
        return api.send(
                "POST",
                "/api/people",
                "{\"firstName\": \"Raj\", \"lastName\": \"Patel\", \"noContact\": true, \"needs\": []}",
                "Idempotency-Key",
                key);
    }
}
