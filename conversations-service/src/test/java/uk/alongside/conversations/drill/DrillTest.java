package uk.alongside.conversations.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;

/** Goes from figures to their sessions and people, and compares the numbers on the way. */
@ServiceTest
class DrillTest {

    private static final String EVENTS = """
            person | born | asked | how       | day | came           | outcome                | kind
            Ada    | 1950 |     0 | booked    |   4 | came           | information-and-advice | Drop-in
            Bea    | 1980 |     2 | booked    |  12 | came           | assessment-or-review   | Carers
            Cal    | 1940 |     5 | booked    |  12 | did not attend |                        | Carers
            Dev    |      |     7 | walked in |   7 | came           | information-and-advice | Drop-in
            Eve    | 1990 |    10 | booked    |  20 | cancelled      |                        | Drop-in
            Ada    | 1950 |    50 | booked    |  60 | came           | assessment-or-review   | Drop-in
            """;

    private static final List<String> FIGURES = List.of(
            "wait",
            "wait-by-dhsc",
            "resolved",
            "asked-again",
            "assessment",
            "attended",
            "places-used",
            "listened-to",
            "steps-done",
            "connected",
            "recording-time");

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api practitioner;
    private UUID hub;
    private LocalDate quarter;
    private MadeEvents events;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        practitioner = council.member("practitioner");
        hub = council.hub("Library");
        quarter = TestCouncil.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(9);
        events = new MadeEvents(council, hub, quarter);
        events.happened(EVENTS);
        events.step("Ada", "4");
        events.connection("Bea", "12", "HAPPENED");
        events.record(
                practitioner,
                "Ada",
                "experience3",
                events.day("4"),
                "listened",
                "\"value\": 2",
                events.conversation("Ada", "4"));
    }

    /** All happened at one hub, so the figure of the hub is the figure of the council, which is withheld from no one. */
    @Test
    void countsInSessionsWhatTheFigureCounts() {
        for (var figure : FIGURES) {
            var of = figure(figure);
            var sessions = sessions(practitioner, figure);
            assertThat(sessions.path("all").path("base")).as(figure).isEqualTo(of.path("base"));
            assertThat(sessions.path("all").path("part")).as(figure).isEqualTo(of.path("part"));
            assertThat(sessions.path("all").path("value").asString())
                    .as(figure)
                    .isEqualTo(of.path("value").asString());
            // What has no hub yet is in the figure of the council only.
            assertThat(of.path("notCounted"))
                    .as(figure)
                    .containsAll(sessions.path("all").path("notCounted"));
            assertThat(sum(sessions, "base"))
                    .as(figure)
                    .isEqualTo(of.path("base").asLong());
            assertThat(sum(sessions, "part"))
                    .as(figure)
                    .isEqualTo(of.path("part").asLong());
        }
        assertThat(figure("attended").path("base").asInt()).isEqualTo(4);
    }

    @Test
    @DisplayName("Attack 17: parameter tampering")
    void answersAnUnknownPeriodMeasureOrSplitInTheAddressAsNotFound() {
        var unknown = practitioner.get("/api/figures/street");
        assertThat(unknown.status()).isEqualTo(404);
        for (var address : List.of(
                "/api/figures?by=week",
                "/api/figures?hubId=library",
                "/api/figures?after=street",
                "/api/figures/wait?by=2026",
                "/api/figures/wait/publication?by=day",
                path("attended", hub, quarter).replace("from=" + quarter, "from=2026-13-01"),
                path("attended", hub, quarter).replace("from=" + quarter, "from=1999-04-01"),
                path("attended", hub, quarter).replace("from=" + quarter, "from=latest"),
                path("attended", hub, quarter) + "&by=week",
                path("street", hub, quarter))) {
            var answer = practitioner.get(address);
            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.text()).as(address).isEqualTo(unknown.text());
        }
    }

    @Test
    void namesEachSessionByItsDayAndKind() {
        var items = sessions(practitioner, "attended").path("items");

        assertThat(items.findValuesAsString("day"))
                .containsExactly(
                        events.day("4").toString(),
                        events.day("7").toString(),
                        events.day("12").toString(),
                        events.day("20").toString(),
                        events.day("60").toString());
        assertThat(items.findValuesAsString("kind"))
                .containsExactly("Drop-in", "Drop-in", "Carers", "Drop-in", "Drop-in");
    }

    @Test
    void listsThePeopleOfASessionAndKeepsTheReason() {
        var found = people(practitioner, "attended", events.day("12"), "Carers");

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.json().path("items").findValuesAsString("name"))
                .containsExactly("Bea Made-up Bea", "Cal Made-up Cal");
        assertThat(found.json().at("/items/0/units/part").asInt()).isOne();
        assertThat(found.json().at("/items/1/units/part").asInt()).isZero();
        assertThat(found.json().at("/all/base").asInt()).isEqualTo(2);
        assertThat(council.events())
                .contains("figure-look opened")
                .contains(events.person("Bea").toString(), events.person("Cal").toString())
                .doesNotContain("A made-up reason");
        assertThat(council.lead().get("/api/audit/events?kind=figure-look").text())
                .contains("A made-up reason");
        assertThat(RunningService.superuser()
                        .sql("select encode(reason, 'escape') from app.figure_look where tenant_id = ?")
                        .param(council.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain("made-up");
    }

    /** The bytes of one reason are damaged, and the key of another one is missing, as after a mistake in a restore. */
    @Test
    void showsTheLooksInTheAuditAlsoIfAReasonCannotBeRead() {
        people(practitioner, "attended", events.day("12"), "Carers");
        damage("reason = '\\x01'");
        people(practitioner, "attended", events.day("12"), "Carers");
        damage("reason = overlay(reason placing decode(md5('no key'), 'hex') from 2)");
        practitioner.post(
                "/api/figures/attended/people", body(quarter, events.day("12"), "Carers", "Another made-up reason"));

        var audit = council.lead().get("/api/audit/events?kind=figure-look");

        assertThat(audit.status()).as(audit.toString()).isEqualTo(200);
        assertThat(audit.text()).contains("Another made-up reason").doesNotContain("\"A made-up reason");
        assertThat(audit.json().path("items"))
                .hasSize(3)
                .allSatisfy(entry ->
                        assertThat(entry.at("/subjects/0/exists").asBoolean()).isTrue());
    }

    private void damage(String change) {
        RunningService.superuser()
                .sql("update app.figure_look set " + change + " where tenant_id = ? and length(reason) > 1")
                .param(council.id())
                .update();
    }

    @Test
    void listsThePeopleWhoWaitNow() {
        var day = TestCouncil.today().plusDays(3);
        events.booking(
                events.person("Fay", "1970"),
                events.slot(day),
                TestCouncil.today().minusDays(5),
                "expected",
                null);
        var today = TestCouncil.today();

        var sessions = ok(practitioner.get("/api/figures/waiting-now/sessions?hubId=%s&from=%s".formatted(hub, today)));
        var people = open(practitioner, "waiting-now", today, day, "Drop-in");

        assertThat(sessions.at("/items/0/day").asString()).isEqualTo(day.toString());
        assertThat(sessions.at("/all/value").asInt()).isOne();
        assertThat(people.json().path("items").findValuesAsString("name")).containsExactly("Fay Made-up Fay");
    }

    @Test
    void showsPeopleOnlyToThoseWhoMaySeeThem() {
        for (var roles : List.of(new String[] {"viewer"}, new String[] {"lead"}, new String[] {"hub-staff"})) {
            assertThat(people(council.member(roles), "attended", events.day("12"), "Carers")
                            .status())
                    .as(roles[0])
                    .isEqualTo(403);
        }
        var staff = council.member("hub-staff", "viewer");
        assertThat(people(staff, "attended", events.day("12"), "Carers").status())
                .isEqualTo(200);
        var refused = people(staff, "wait", events.day("12"), "Carers");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("people-for-practitioners");
        assertThat(people(practitioner, "places-used", events.day("12"), "Carers")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withholdsSessionsThatTellOfPeople() {
        for (var role : List.of("viewer", "lead")) {
            var told = sessions(council.member(role), "assessment");
            assertThat(told.path("items")).isEmpty();
            assertThat(told.has("all")).isFalse();
            assertThat(sessions(council.member(role), "attended").path("items")).hasSize(5);
        }
    }

    @Test
    void leavesOutWhatIsRestricted() {
        RunningService.superuser()
                .sql(
                        "insert into app.conversation_reader (tenant_id, conversation_id, member_id, named_at, named_by_id)"
                                + " values (:council, :id, :other, now(), :other)")
                .params(Map.of(
                        "council", council.id(), "id", events.conversation("Bea", "12"), "other", UUID.randomUUID()))
                .update();

        var sessions = sessions(practitioner, "connected");
        assertThat(sessions.path("restricted").asLong()).isOne();
        assertThat(sessions.at("/all/base").asLong() + 1)
                .isEqualTo(figure("connected").path("base").asLong());
        for (var figure : List.of("connected", "assessment", "wait", "wait-by-dhsc")) {
            var people = people(practitioner, figure, events.day("12"), "Carers");
            assertThat(people.json().path("restricted").asLong()).as(figure).isOne();
            assertThat(people.text()).as(figure).doesNotContain("Bea");
        }
        assertThat(people(practitioner, "attended", events.day("12"), "Carers").text())
                .contains("Bea");
    }

    @Test
    void asksForAReason() {
        for (var reason : List.of("", " ", "x".repeat(201), "a\\u0000b")) {
            var answer = practitioner.post(
                    "/api/figures/attended/people", body(quarter, events.day("12"), "Carers", reason));
            assertThat(answer.status()).as(reason).isEqualTo(400);
        }
        assertThat(council.events()).doesNotContain("figure-look");
    }

    @Test
    void knowsOnlyItsOwnHubsAndThePeriodsThatAreShown() {
        var stranger = TestCouncil.create(port).member("practitioner");
        assertThat(stranger.get(path("attended", hub, quarter)).status()).isEqualTo(404);
        assertThat(people(stranger, "attended", events.day("12"), "Carers").status())
                .isEqualTo(404);
        assertThat(practitioner.get(path("attended", hub, quarter.plusDays(1))).status())
                .isEqualTo(404);
        assertThat(practitioner
                        .get(path("attended", hub, quarter.minusYears(9)))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode figure(String figure) {
        for (var period : ok(practitioner.get("/api/figures/" + figure)).path("periods")) {
            if (period.path("from").asString().equals(quarter.toString())) {
                return period.path("count");
            }
        }
        throw new AssertionError("The quarter is not among the periods");
    }

    private JsonNode sessions(Api member, String figure) {
        return ok(member.get(path(figure, hub, quarter)));
    }

    private static String path(String figure, UUID hub, LocalDate from) {
        return "/api/figures/%s/sessions?hubId=%s&from=%s".formatted(figure, hub, from);
    }

    private static long sum(JsonNode sessions, String number) {
        long sum = 0;
        for (var session : sessions.path("items")) {
            sum += session.path("units").path(number).asLong();
        }
        return sum;
    }

    private Api.Answer people(Api member, String figure, LocalDate day, String kind) {
        return open(member, figure, quarter, day, kind);
    }

    private Api.Answer open(Api member, String figure, LocalDate from, LocalDate day, String kind) {
        return member.post("/api/figures/" + figure + "/people", body(from, day, kind, "A made-up reason"));
    }

    private String body(LocalDate from, LocalDate day, String kind, String reason) {
        return """
                {"hubId": "%s", "by": "quarter", "from": "%s", "day": "%s", "sessionKind": "%s", "reason": "%s"}""".formatted(hub, from, day, kind, reason);
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
