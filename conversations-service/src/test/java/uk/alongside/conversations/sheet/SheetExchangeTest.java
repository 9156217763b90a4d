package uk.alongside.conversations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.insight.MadeEvents;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/** Plays tenant-service, which asks for the sheets of a council and says which ones it holds. */
@ServiceTest
class SheetExchangeTest extends SheetTest {

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
    @DisplayName("Attack 3: re-run")
    void answersTheSameSheetUntilTenantServiceHoldsIt() {
        var first = sealed();

        assertThat(exchange(NOTHING)).isEqualTo(first);
        assertThat(exchange("{\"held\": " + first.path("sheets") + "}").path("sheets"))
                .isEmpty();
    }

    @Test
    @DisplayName("Attack 4: seal at the same moment")
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
    @DisplayName("Attack 4: crash in the middle")
    void keepsNothingOfASealWhoseDatabaseSessionIsKilled() {
        sharedSinceBefore(DUE);
        // Only a Citus cluster knows the setting, and refuses triggers on its tables without it.
        superuser("""
                set citus.enable_unsafe_triggers = on;
                create function pg_temp_stop() returns trigger language plpgsql as
                    $$ begin
                        if new.tenant_id = '%s' then perform pg_terminate_backend(pg_backend_pid()); end if;
                        return new;
                    end $$;
                create trigger stop before insert on app.sheet_ledger for each row execute function pg_temp_stop()""".formatted(council.id()));
        try {
            assertThat(ask(NOTHING).status()).isGreaterThanOrEqualTo(500);
            assertThat(rows("app.sheet")).isZero();
            assertThat(council.events()).doesNotContain("sheet sealed");
        } finally {
            superuser("set citus.enable_unsafe_triggers = on; drop trigger stop on app.sheet_ledger");
            superuser("drop function pg_temp_stop()");
        }

        assertThat(exchange(NOTHING).path("sheets")).hasSize(1);
        assertThat(rows("app.sheet_ledger")).isOne();
    }

    @Test
    @DisplayName("Attack 4: restore an old backup")
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
    @DisplayName("Attack 13: second correction")
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
    @DisplayName("Attack 13: second correction after a restore")
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
    @DisplayName("Attack 25: budget gone")
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
    @DisplayName("Attack 3: late edit, re-run")
    void answersTheSameSheetAfterALateEdit() {
        var before = sealed();

        new MadeEvents(council, council.hub("Library"), DUE.from()).happened("""
                person | born | asked | how    | day | came | outcome
                Ann    | 1950 |     0 | booked |   0 | came | information-and-advice
                """);

        assertThat(exchange(NOTHING)).isEqualTo(before);
        assertThat(rows("app.sheet_ledger")).isOne();
    }

    @Test
    @DisplayName("Attack 4: seal 1,000 times")
    void drawsOnceForAThousandQuestions() {
        sharedSinceBefore(DUE);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = IntStream.range(0, 1000)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> exchange(NOTHING), threads))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }

        assertThat(rows("app.sheet")).isOne();
        assertThat(rows("app.sheet_ledger")).isOne();
    }

    /** In May three sheets are due. Each may take a minute to count, and an exchange has two. */
    @Test
    void drawsOneSheetForEachQuestionUntilAllThatAreDueAreSealed() {
        share(true);
        sharedSince(DUE.previous().sealsOn().minusDays(1));

        var first = exchange(NOTHING).path("sheets");
        var second = exchange("{\"held\": " + first + "}").path("sheets");
        var third = exchange("{\"held\": " + first + "}").path("sheets");

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).isNotEqualTo(first);
        assertThat(third.valueStream().toList())
                .containsAll(second.valueStream().toList());
    }

    /** No chance of a council without people, of 33 cells, to draw only zeros is as large as one in 10 to the 38. */
    @Test
    @DisplayName("Attack 6: a true zero is noised like others")
    void blursAQuarterWithoutConversations() {
        var cells = sealed().path("sheets").path(0).path("cells");

        assertThat(cells.valueStream().map(JsonNode::asInt)).anyMatch(cell -> cell != 0);
        assertThat(own(DUE)).containsOnly(0);
    }

    /** Councils without people seal by the running service, so that their sheets are nothing but noise. */
    @Test
    @DisplayName("Attack 18: insider on tenant-service's database")
    void leavesOnlyNumbersThatPassTheNoiseTest() {
        var cells = new ArrayList<Integer>();
        for (int number = 0; number < 24; number++) {
            aCouncil();
            sealed().path("sheets").path(0).path("cells").forEach(cell -> cells.add(cell.asInt()));
        }

        Noise.assertThatThisIsNoise(cells, SheetLayout.of(Sheet.QUARTER).sigma());
    }

    /** The person who was kept counts once from then on, and the sheet that left does not change. */
    @Test
    @DisplayName("Attack 28: merged duplicates, after the seal")
    void keepsTheSheetWhenDuplicatesAreMergedAndCountsThemOnceInTheCorrection() {
        var events = new MadeEvents(council, council.hub("Library"), DUE.from());
        events.happened("""
                person | born | asked | how    | day | came | outcome
                Ann    | 1950 |     0 | booked |   0 | came | information-and-advice
                Anne   | 1950 |     2 | booked |   9 | came | assessment-or-review
                """);
        assertThat(own(DUE).subList(0, 7)).containsExactly(1, 0, 1, 0, 0, 0, 0);
        var before = sealed().path("sheets").path(0);

        events.merge("Anne", "Ann");

        assertThat(exchange(NOTHING).path("sheets").path(0)).isEqualTo(before);
        assertThat(own(DUE).subList(0, 7)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(correct(DUE, "A person was recorded twice.").status()).isEqualTo(201);
        assertThat(exchange(NOTHING).path("sheets").path(1)).isEqualTo(before);
    }

    /** The council stops sharing, as before it leaves. What tenant-service holds is adopted, and nothing is drawn. */
    @Test
    void drawsNothingForACouncilThatLeft() {
        var held = sealed().path("sheets");
        share(false);

        assertThat(exchange("{\"held\": " + held + "}").path("sheets")).isEmpty();
        assertThat(rows("app.sheet")).isOne();
    }

    /** A sheet of another council is held here under this one's address, as after a mistake in a restore. */
    @Test
    void refusesTheSheetOfAnotherCouncil() {
        var sheets = sealed().path("sheets");
        aCouncil();
        sealed();

        assertThat(ask("{\"held\": " + sheets + "}").problem()).isEqualTo("other-sheet-held");
    }

    @Test
    @DisplayName("Attack 17: parameter tampering")
    void answersUnknownPeriodsKindsAndSplitsWithTheSameRefusal() {
        var notFound = lead.get("/api/sheets/next/nothing");
        assertThat(notFound.status()).isEqualTo(404);
        for (var unknown : List.of("month", "quarter/age", "QUARTER'", "quarter%20or%201=1")) {
            var answer = lead.get("/api/sheets/next/" + unknown);
            assertThat(answer.status()).as(unknown).isEqualTo(404);
            assertThat(answer.text()).as(unknown).isEqualTo(notFound.text());
        }
        assertThat(lead.get("/api/sheets/next/breakdowns?split=street").status())
                .as("a parameter that is not known has no effect")
                .isEqualTo(200);
        assertThat(lead.get("/api/sheets/next/..%2f..").status())
                .as("no address at all")
                .isEqualTo(400);
        for (var wrong : List.of(
                "{\"kind\": \"month\", \"from\": \"2026-07-01\", \"reason\": \"A reason.\"}",
                "{\"kind\": \"quarter\", \"from\": \"2026-13-01\", \"reason\": \"A reason.\"}")) {
            assertThat(lead.post("/api/sheet-corrections", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
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
    @DisplayName("Attack 24: logs of the job")
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
}
