package uk.alongside.conversations.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests what a lead sees of the work that has waited longer than two working days. */
@ServiceTest
class OverdueTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api practitioner;
    private Api lead;
    private UUID hub;
    private int sessions;

    @BeforeEach
    void aHub() {
        council = TestCouncil.create(port);
        practitioner = council.member("practitioner");
        lead = council.lead();
        hub = council.hub("Library");
    }

    @Test
    void countsAttendanceThatIsNotRecordedAfterTwoWorkingDays() {
        var until = until();
        booked(until);
        booked(until.minusDays(30));
        booked(until.plusDays(1));

        assertThat(overdue().path("items")).hasSize(1);
        assertThat(overdue().at("/items/0/hubName").asString()).isEqualTo("Library");
        assertThat(overdue().at("/items/0/attendanceToRecord").asInt()).isEqualTo(2);
        assertThat(overdue().at("/items/0/conversationsToFinish").asInt()).isZero();
    }

    @Test
    void leavesTwoWorkingDaysBetweenTheDayOfTheWorkAndToday() {
        var workingDays = until().plusDays(1)
                .datesUntil(TestCouncil.today())
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .count();

        assertThat(workingDays).isGreaterThanOrEqualTo(2);
        assertThat(until().datesUntil(TestCouncil.today())).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void countsConversationsThatAreNotFinished() {
        begun(until());
        begun(until().plusDays(1));

        assertThat(overdue().path("conversationsWithoutHub").asInt()).isEqualTo(1);
        assertThat(overdue().path("items")).isEmpty();
    }

    @Test
    void countsNextStepsThatAreNotDone() {
        var until = until();
        var path = begun(TestCouncil.today());
        agree(path, until);
        agree(path, until.plusDays(1));
        var done = agree(path, until.minusDays(3));
        assertThat(practitioner
                        .put(done, """
                        {"details": {"what": "ring Colin", "owner": "person", "due": "%s"}, "status": "done"}""".formatted(until.minusDays(3)), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);

        assertThat(overdue().path("stepsWithoutHub").asInt()).isEqualTo(1);
        RunningService.superuser()
                .sql("update app.conversation set hub_id = :hub where tenant_id = :council")
                .param("hub", hub)
                .param("council", council.id())
                .update();
        assertThat(overdue().path("stepsWithoutHub").asInt()).isZero();
        assertThat(overdue().at("/items/0/stepsToDo").asInt()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsRecorded() {
        var booking = booked(until());
        assertThat(practitioner
                        .post("/api/bookings/" + booking + "/late-arrival", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(overdue().path("items")).isEmpty();
    }

    @Test
    void namesNoPersonAndIsForLeadsOnly() {
        booked(until());

        assertThat(overdue().toString()).doesNotContain("Akande").doesNotContain("personId");
        for (var role : new String[] {"hub-staff", "practitioner", "viewer"}) {
            assertThat(council.member(role).get("/api/overdue-work").status())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    private JsonNode overdue() {
        var answer = lead.get("/api/overdue-work");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private LocalDate until() {
        return LocalDate.parse(overdue().path("until").asString());
    }

    /** Makes a booking of a session that was on an earlier day. */
    private String booked(LocalDate day) {
        var slot = council.session(hub, TestCouncil.today().plusDays(++sessions), "09:30", "10:15", 45, 1)
                .at("/slots/0/id")
                .asString();
        var person = council.person("Tom", "Akande");
        var made = practitioner.post(
                "/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\", \"overlapConfirmed\": true}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        RunningService.superuser()
                .sql(
                        "update app.slot set day = :day, starts_at = :at, ends_at = :at + interval '1 hour' where id = :slot")
                .param("day", day)
                .param("at", day.atTime(9, 30).atOffset(ZoneOffset.UTC))
                .param("slot", UUID.fromString(slot))
                .update();
        return made.json().path("id").asString();
    }

    /** Agrees a step that is due on this day, and returns its path. */
    private String agree(String conversation, LocalDate due) {
        var added = practitioner.post(
                conversation + "/steps", "{\"what\": \"ring Colin\", \"owner\": \"person\", \"due\": \"" + due + "\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return conversation + "/steps/" + added.json().path("id").asString();
    }

    /** Begins the record of a conversation of this day, and returns its path. */
    private String begun(LocalDate day) {
        var person = council.person("Rosa", "Diaz");
        var begun = practitioner.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}");
        assertThat(begun.status()).isEqualTo(201);
        RunningService.superuser()
                .sql("update app.conversation set day = :day where id = :id")
                .param("day", day)
                .param("id", TestCouncil.uuid(begun.json().path("id")))
                .update();
        return begun.header("Location");
    }
}
