package uk.alongside.conversations.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Pins notes to days of a figure, and draws its chart again from such a day. */
@ServiceTest
class FigureNoteTest {

    private static final String NOTES = "/api/figures/attended/notes";

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
    }

    @Test
    void areListedByTheirDayWithWhoAndWhen() {
        created(note("2026-03-02", "New hub opened", false));
        created(note("2026-01-05", "Two people joined the team", false));

        var items = council.member("viewer").get(NOTES).json().path("items");

        assertThat(items.findValuesAsString("words")).containsExactly("Two people joined the team", "New hub opened");
        assertThat(items.path(0).path("writtenByName").asString()).isNotBlank();
        assertThat(items.path(0).path("writtenAt").asString()).isNotBlank();
        assertThat(items.path(0).has("changedAt")).isFalse();
        assertThat(lead.get("/api/figures/wait/notes").json().path("items")).isEmpty();
    }

    @Test
    void areChangedAndRemovedByTheirVersion() {
        var note = NOTES + "/" + created(note("2026-03-02", "New hub", false));

        var changed = lead.put(note, note("2026-03-03", "New hub opened", true), "If-Match", "\"0\"");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().path("changedByName").asString()).isNotBlank();
        var stale = lead.put(note, note("2026-03-04", "Other", false), "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/current/words").asString()).isEqualTo("New hub opened");

        assertThat(lead.send("DELETE", note, null, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(lead.send("DELETE", note, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(lead.get(NOTES).json().path("items")).isEmpty();
        assertThat(lead.send("DELETE", note, null, "If-Match", "\"2\"").status())
                .isEqualTo(404);
        assertThat(RunningService.superuser()
                        .sql(
                                "select count(*) from app.figure_note where tenant_id = :council and removed_at is not null")
                        .param("council", council.id())
                        .query(Integer.class)
                        .single())
                .as("A removed note stays in the table")
                .isOne();
    }

    @Test
    void areWrittenByLeadsOnly() {
        for (var role : List.of("practitioner", "viewer")) {
            var member = council.member(role);
            assertThat(member.get(NOTES).status()).as(role).isEqualTo(200);
            assertThat(member.post(NOTES, note("2026-03-02", "New hub opened", false))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(council.hubStaff().get(NOTES).status()).isEqualTo(403);
    }

    @Test
    void haveADayUntilTodayAndFewWords() {
        var tomorrow = TestCouncil.today().plusDays(1).toString();
        assertThat(lead.post(NOTES, note(tomorrow, "New hub opens", false))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("#/day");
        assertThat(lead.post(NOTES, note("2026-03-02", "w".repeat(201), false)).status())
                .isEqualTo(400);
        assertThat(lead.post(NOTES, note("2026-03-02", " ", false)).status()).isEqualTo(400);
        created(note("2026-03-02", "w".repeat(200), false));
    }

    @Test
    void drawNewLimitsFromTheirMonthOn() {
        var first = Period.first(TestCouncil.today());
        var hub = council.hub("Library");
        for (int month = 0; month < 24; month++) {
            booking(hub, first.plusMonths(month), month >= 12);
        }
        assertThat(chart().findValuesAsString("phase")).containsOnly("0");
        assertThat(chart().path(0).path("mean").asDouble()).isEqualTo(50);

        var note = NOTES + "/" + created(note(first.plusMonths(12).plusDays(9).toString(), "Reminders by text", true));
        created(note(first.toString(), "Before the first month", true));

        assertThat(chart().path(11).path("phase").asInt()).isZero();
        assertThat(chart().path(11).path("mean").asDouble()).isZero();
        assertThat(chart().path(12).path("phase").asInt()).isOne();
        assertThat(chart().path(12).path("mean").asDouble()).isEqualTo(100);
        assertThat(chart().findValuesAsString("trial")).containsOnly("false");

        lead.send("DELETE", note, null, "If-Match", "\"0\"");
        assertThat(chart().findValuesAsString("phase")).containsOnly("0");
    }

    /** Writes a booking of a person who came or did not. */
    private void booking(UUID hub, LocalDate day, boolean came) {
        RunningService.superuser()
                .sql("""
                        with at (day) as (values (cast(:day as date))),
                        session as (
                            insert into app.session (tenant_id, id, version, hub_id, day, starts, ends, starts_at, ends_at,
                                                     kind)
                            select :council, :session, 0, :hub, day, '09:30', '12:30', day + time '09:30',
                                   day + time '12:30', 'Drop-in' from at),
                        slot as (
                            insert into app.slot (tenant_id, id, session_id, hub_id, day, starts, ends, starts_at, ends_at,
                                                  places)
                            select :council, :session, :session, :hub, day, '09:30', '10:15', day + time '09:30',
                                   day + time '10:15', 2 from at),
                        attendance as (
                            insert into app.attendance (tenant_id, id, version, person_id, hub_id, day, came_by, arrived_at,
                                                        changed_at)
                            select :council, :session, 0, :person, :hub, day, 'BOOKING', day + time '09:30',
                                   day + time '09:30' from at where :came)
                        insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status,
                                                 attendance_id)
                        select :council, :session, 0, :session, :person, day, day + time '09:00',
                               case when :came then 'CAME' else 'DID_NOT_ATTEND' end,
                               case when :came then cast(:session as uuid) end
                        from at""")
                .param("council", council.id())
                .param("session", UUID.randomUUID())
                .param("hub", hub)
                .param("day", day)
                .param("person", council.person("Ada", "Made-up"))
                .param("came", came)
                .update();
    }

    private JsonNode chart() {
        return lead.get("/api/figures/attended").json().at("/summary/chart");
    }

    private UUID created(String note) {
        var answer = lead.post(NOTES, note);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static String note(String day, String words, boolean rebases) {
        return "{\"day\": \"%s\", \"words\": \"%s\", \"rebases\": %s}".formatted(day, words, rebases);
    }
}
