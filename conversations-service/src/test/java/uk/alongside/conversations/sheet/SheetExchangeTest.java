package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/** Plays tenant-service, which asks for the sheets of a council and says which ones it holds. */
@ServiceTest
class SheetExchangeTest {

    private static final String NOTHING = "{\"held\": []}";

    /** The latest quarter whose sheet is due. */
    private static final SheetPeriod DUE = Stream.iterate(
                    SheetPeriod.of(Sheet.QUARTER, TestCouncil.today()), SheetPeriod::previous)
            .filter(period -> !period.sealsOn().isAfter(TestCouncil.today()))
            .findFirst()
            .orElseThrow();

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
    void sealsNothingUntilALeadTurnsSharingOn() {
        assertThat(exchange(NOTHING).path("sheets")).isEmpty();

        share(true);
        assertThat(exchange(NOTHING).path("sheets"))
                .as("what ended before the council began to share")
                .isEmpty();

        sharedSince(DUE.sealsOn());
        assertThat(exchange(NOTHING).path("sheets")).as("on the day of sealing").isEmpty();

        sharedSince(DUE.sealsOn().minusDays(1));
        var sheets = exchange(NOTHING).path("sheets");
        assertThat(sheets).hasSize(1);
        var sheet = sheets.path(0);
        assertThat(sheet.path("kind").asString()).isEqualTo("QUARTER");
        assertThat(sheet.path("from").asString()).isEqualTo(DUE.from().toString());
        assertThat(sheet.path("specification").asInt()).isOne();
        assertThat(sheet.path("version").asInt()).isOne();
        assertThat(sheet.path("cells")).hasSize(SheetLayout.of(Sheet.QUARTER).cells());
        assertThat(council.events()).contains("sheet sealed").contains("quarter " + DUE.from());
    }

    @Test
    void sealsNothingWhileSharingIsOff() {
        share(true);
        sharedSince(DUE.sealsOn().minusDays(1));
        share(false);
        sharedSince(DUE.sealsOn().minusDays(1));

        assertThat(exchange(NOTHING).path("sheets")).isEmpty();
    }

    @Test
    void answersTheSameSheetUntilTenantServiceHoldsIt() {
        var first = sealed();

        assertThat(exchange(NOTHING)).isEqualTo(first);
        assertThat(exchange("{\"held\": " + first.path("sheets") + "}").path("sheets"))
                .isEmpty();
    }

    @Test
    void drawsOnceForQuestionsAtTheSameMoment() {
        sharedSinceBefore(DUE);

        var answers =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> exchange(NOTHING)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .distinct()
                        .toList();

        assertThat(answers).hasSize(1);
        assertThat(rows("app.sheet")).isOne();
        assertThat(rows("app.sheet_ledger")).isOne();
    }

    @Test
    void keepsNothingOfASealThatIsInterrupted() {
        sharedSinceBefore(DUE);
        superuser("""
                create function pg_temp_stop() returns trigger language plpgsql as
                    $$ begin if new.tenant_id = '%s' then raise exception 'stopped'; end if; return new; end $$;
                create trigger stop before insert on app.sheet_ledger for each row execute function pg_temp_stop()""".formatted(council.id()));
        try {
            assertThat(ask(NOTHING).status()).isEqualTo(500);
            assertThat(rows("app.sheet")).isZero();
        } finally {
            superuser("drop trigger stop on app.sheet_ledger; drop function pg_temp_stop()");
        }

        assertThat(exchange(NOTHING).path("sheets")).hasSize(1);
        assertThat(rows("app.sheet_ledger")).isOne();
    }

    @Test
    void adoptsWhatTenantServiceHoldsAfterABackupIsRestored() {
        var first = sealed();
        superuser("delete from app.sheet where tenant_id = '%s'; delete from app.sheet_ledger where tenant_id = '%s'"
                .formatted(council.id(), council.id()));

        var after = exchange("{\"held\": " + first.path("sheets") + "}");

        assertThat(after.path("sheets")).isEmpty();
        assertThat(exchange(NOTHING)).isEqualTo(first);
        assertThat(rows("app.sheet_ledger")).isOne();
        assertThat(council.events()).contains("sheet adopted");
    }

    @Test
    void refusesASheetWithOtherNumbersThanWereSealed() {
        var sheets = sealed().path("sheets");
        var cell = sheets.path(0).path("cells").path(0).asInt();
        var other = sheets.toString().replace("\"cells\":[" + cell, "\"cells\":[" + (cell + 1));

        var answer = ask("{\"held\": " + other + "}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("other-sheet-held");
        assertThat(answer.text()).doesNotContain(String.valueOf(sheets.path(0).path("cells")));
        assertThat(exchange(NOTHING).path("sheets")).isEqualTo(sheets);
    }

    @Test
    void refusesWhatIsNoSheet() {
        for (var wrong : List.of(
                "\"kind\": \"MONTH\", \"from\": \"2026-07-01\", \"cells\": []",
                "\"kind\": \"QUARTER\", \"from\": \"2026-07-02\", \"cells\": [" + zeros(Sheet.QUARTER) + "]",
                "\"kind\": \"QUARTER\", \"from\": \"2026-07-01\", \"cells\": [1, 2]",
                "\"kind\": \"YEAR\", \"from\": \"2026-07-01\", \"cells\": [" + zeros(Sheet.YEAR) + "]")) {
            var answer = ask("{\"held\": [{" + wrong + ", \"specification\": 1, \"version\": 1}]}");
            assertThat(answer.status()).as(wrong).isEqualTo(400);
        }
        assertThat(ask("{}").status()).isEqualTo(400);
    }

    @Test
    void drawsOneCorrectionAYearAsAskedByALead() {
        var first = sealed().path("sheets").path(0);
        var asked = correct(DUE, "A hub recorded its visits twice.");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.json().path("drawn").asBoolean()).isFalse();

        var second = exchange(NOTHING).path("sheets");

        assertThat(second).hasSize(2);
        assertThat(second.path(0).path("version").asInt()).isEqualTo(2);
        assertThat(second.path(1)).isEqualTo(first);
        assertThat(second.path(0).path("cells"))
                .as("all 33 cells equal has a chance of less than one in 10 to the 30")
                .isNotEqualTo(first.path("cells"));
        assertThat(exchange(NOTHING).path("sheets")).isEqualTo(second);
        var again = correct(DUE, "Another reason.");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("correction-used");
        assertThat(rows("app.sheet_ledger")).isEqualTo(2);
        var year = lead.get("/api/sheet-sharing").json().path("years").path(0);
        assertThat(year.at("/correction/drawn").asBoolean()).isTrue();
        assertThat(year.path("correctable").asBoolean()).isFalse();
        assertThat(year.path("usedPercent").asInt()).as("0.278 of 0.88").isEqualTo(32);
    }

    @Test
    void takesNoSecondCorrectionAfterABackupIsRestored() {
        sealed();
        correct(DUE, "A hub recorded its visits twice.");
        var held = exchange(NOTHING).path("sheets");
        superuser("""
                delete from app.sheet where tenant_id = '%1$s';
                delete from app.sheet_ledger where tenant_id = '%1$s';
                delete from app.sheet_correction where tenant_id = '%1$s'""".formatted(council.id()));

        exchange("{\"held\": " + held + "}");

        assertThat(correct(DUE, "Another reason.").problem()).isEqualTo("correction-used");
        assertThat(exchange(NOTHING).path("sheets")).isEqualTo(held);
    }

    @Test
    void takesACorrectionOfSealedSheetsOnlyAndWhileSharingIsOn() {
        sealed();

        assertThat(correct(DUE.next(), "A reason.").status()).isEqualTo(404);
        share(false);
        assertThat(correct(DUE, "A reason.").problem()).isEqualTo("sharing-is-off");
    }

    /** A fifth quarter of a year can only come from damaged data. */
    @Test
    void sealsNothingAboveTheLimitOfTheYear() {
        sharedSinceBefore(DUE);
        var year = new SheetPeriod(Sheet.YEAR, LocalDate.of(DUE.ledgerYear(), 4, 1));
        for (int version = 1; version <= 4; version++) {
            superuser("""
                    insert into app.sheet_ledger (tenant_id, year, kind, starts, specification, version, units)
                    values ('%s', %d, 'QUARTER', '%s', %d, 1, 160)""".formatted(council.id(), DUE.ledgerYear(), year.from(), version + 1));
        }

        assertThat(exchange(NOTHING).path("sheets")).isEmpty();
        assertThat(rows("app.sheet")).isZero();
    }

    @Test
    void sharesNothingOfAnotherCouncil() {
        sealed();
        var other = TestCouncil.create(port);

        assertThat(exchange(other, NOTHING).path("sheets")).isEmpty();
        assertThat(other.lead().get("/api/sheets").json().path("items")).isEmpty();
        assertThat(council.lead()
                        .put("/internal/councils/" + council.id() + "/sheets", NOTHING)
                        .status())
                .isNotEqualTo(200);
        assertThat(council.lead()
                        .post("/internal/councils/" + council.id() + "/sheets", NOTHING)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hasNoRightToChangeOrRemoveASheet() {
        for (var statement :
                List.of("update app.sheet set cells = '{}'", "delete from app.sheet", "delete from app.sheet_ledger")) {
            assertThat(permitted(statement)).as(statement).isFalse();
        }
    }

    /** The audit, the log and every answer to a lead are searched for the cells of the sheet and the counts. */
    @Test
    void tellsNoNumberOfASheetToALogOrALead() {
        new MadeEvents(council, council.hub("Library"), DUE.from()).happened("""
                person | born | asked | how    | day | came | outcome
                Ann    | 1950 |     0 | booked |   0 | came | information-and-advice
                Bob    | 1950 |     0 | booked |   2 | came | information-and-advice
                """);
        sharedSinceBefore(DUE);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger("ROOT");
        var ours = (Logger) LoggerFactory.getLogger("uk.alongside");
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
        String cells;
        try {
            cells = exchange(NOTHING).path("sheets").path(0).path("cells").toString();
        } finally {
            ours.setLevel(null);
            root.detachAppender(log);
        }

        var told = List.of(
                lead.get("/api/sheets").text(),
                lead.get("/api/sheet-sharing").text(),
                lead.get("/api/sheets/next/quarter").text(),
                council.events());
        assertThat(told).allSatisfy(text -> assertThat(text.replace(" ", "")).doesNotContain(cells));
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message ->
                        message.contains(council.id().toString()) && message.matches("(?s).*\\[-?\\d+, -?\\d+.*"));
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.replace(" ", "").contains(cells.substring(0, cells.length() / 2)));
    }

    private JsonNode sealed() {
        sharedSinceBefore(DUE);
        var answer = exchange(NOTHING);
        assertThat(answer.path("sheets")).hasSize(1);
        return answer;
    }

    private void sharedSinceBefore(SheetPeriod period) {
        share(true);
        sharedSince(period.sealsOn().minusDays(1));
    }

    private void share(boolean shares) {
        var version = lead.get("/api/sheet-sharing").header("ETag");
        var answer = lead.put("/api/sheet-sharing", "{\"shares\": " + shares + "}", "If-Match", version);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void sharedSince(LocalDate day) {
        RunningService.superuser()
                .sql("update app.sheet_sharing set changed_at = :at where tenant_id = :council")
                .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .param("council", council.id())
                .update();
    }

    private Answer correct(SheetPeriod period, String reason) {
        return lead.post("/api/sheet-corrections", """
                {"kind": "quarter", "from": "%s", "reason": "%s"}""".formatted(period.from(), reason));
    }

    private Answer ask(String held) {
        return council.tenantService().post("/internal/councils/" + council.id() + "/sheets", held);
    }

    private JsonNode exchange(String held) {
        return exchange(council, held);
    }

    private static JsonNode exchange(TestCouncil council, String held) {
        var answer = council.tenantService().post("/internal/councils/" + council.id() + "/sheets", held);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String zeros(Sheet kind) {
        return String.join(
                ", ",
                IntStream.range(0, SheetLayout.of(kind).cells())
                        .mapToObj(_ -> "0")
                        .toList());
    }

    private int rows(String table) {
        return RunningService.superuser()
                .sql("select count(*) from " + table + " where tenant_id = :council")
                .param("council", council.id())
                .query(Integer.class)
                .single();
    }

    private static void superuser(String statements) {
        RunningService.superuser().sql(statements).update();
    }

    private static boolean permitted(String statement) {
        try (var session = RunningService.session("conversations_app");
                var prepared = session.createStatement()) {
            prepared.execute(statement);
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return false;
        }
    }
}
