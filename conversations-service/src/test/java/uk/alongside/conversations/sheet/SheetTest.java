package uk.alongside.conversations.sheet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/** A council whose sheets tenant-service asks for, and what tests do with it. */
abstract class SheetTest {

    static final String NOTHING = "{\"held\": []}";

    /** The latest quarter whose sheet is due. */
    static final SheetPeriod DUE = Stream.iterate(
                    SheetPeriod.of(Sheet.QUARTER, TestCouncil.today()), SheetPeriod::previous)
            .filter(period -> !period.sealsOn().isAfter(TestCouncil.today()))
            .findFirst()
            .orElseThrow();

    @LocalServerPort
    int port;

    TestCouncil council;
    Api lead;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
    }

    @Autowired
    private OwnCells ownCells;

    @Autowired
    private TransactionTemplate transaction;

    /** Counts the cells of a period without noise. */
    List<Integer> own(SheetPeriod period) {
        var exact = CouncilContext.call(
                council.id(),
                () -> requireNonNull(transaction.execute(_ -> ownCells.exact(period.kind(), List.of(period.from())))));
        return requireNonNull(exact.get(period.from()));
    }

    JsonNode sealed() {
        sharedSinceBefore(DUE);
        var answer = exchange(NOTHING);
        assertThat(answer.path("sheets")).hasSize(1);
        return answer;
    }

    void sharedSinceBefore(SheetPeriod period) {
        share(true);
        sharedSince(period.sealsOn().minusDays(1));
    }

    void share(boolean shares) {
        var version = lead.get("/api/sheet-sharing").header("ETag");
        var answer = lead.put("/api/sheet-sharing", "{\"shares\": " + shares + "}", "If-Match", version);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    void sharedSince(LocalDate day) {
        RunningService.superuser()
                .sql("update app.sheet_sharing set changed_at = :at where tenant_id = :council")
                .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .param("council", council.id())
                .update();
    }

    Answer correct(SheetPeriod period, String reason) {
        return lead.post("/api/sheet-corrections", """
                {"kind": "quarter", "from": "%s", "reason": "%s"}""".formatted(period.from(), reason));
    }

    Answer ask(String held) {
        return council.tenantService().post("/internal/councils/" + council.id() + "/sheets", held);
    }

    JsonNode exchange(String held) {
        return exchange(council, held);
    }

    static JsonNode exchange(TestCouncil council, String held) {
        var answer = council.tenantService().post("/internal/councils/" + council.id() + "/sheets", held);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    static String zeros(Sheet kind) {
        return String.join(
                ", ",
                IntStream.range(0, SheetLayout.of(kind).cells())
                        .mapToObj(_ -> "0")
                        .toList());
    }

    int rows(String table) {
        return RunningService.superuser()
                .sql("select count(*) from " + table + " where tenant_id = :council")
                .param("council", council.id())
                .query(Integer.class)
                .single();
    }

    static void superuser(String statements) {
        RunningService.superuser().sql(statements).update();
    }

    static boolean permitted(String statement) {
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
