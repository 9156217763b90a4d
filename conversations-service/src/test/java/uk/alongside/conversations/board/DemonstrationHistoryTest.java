package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.localstack.demonstration.Demonstration;
import uk.alongside.localstack.servers.PsqlScript;

/** Tests the past year that the demonstration writes by SQL, against the tables as they are. */
@ServiceTest
class DemonstrationHistoryTest {

    @LocalServerPort
    private int port;

    @Test
    void leavesOnlyTheLastWeekToFinishAndHasNoPersonAtTwoHubsAtOnce() throws Exception {
        var council = TestCouncil.create(port);
        var hubs = List.of(council.hub("Fernhill Library"), council.hub("Old Mill"), council.hub("Harrow Green"));
        for (int i = 0; i < 5; i++) {
            council.person("Made", "Up");
        }

        write(council);

        assertThat(bookings(council)).isPositive();
        for (var hub : hubs) {
            var list = council.hubStaff().get("/api/hubs/" + hub + "/to-finish").json();
            assertThat(list.path("earlier").asInt()).isZero();
            assertThat(list.path("items"))
                    .extracting(each -> LocalDate.parse(each.path("date").asString()))
                    .allMatch(day -> !day.isBefore(TestCouncil.today().minusDays(7)));
        }
        assertThat(atTwoHubs(council)).isZero();
    }

    private static int bookings(TestCouncil council) {
        return RunningService.superuser()
                .sql("select count(*) from app.booking where tenant_id = ?")
                .param(council.id())
                .query(Integer.class)
                .single();
    }

    private static int atTwoHubs(TestCouncil council) {
        return RunningService.superuser()
                .sql("""
                        select count(*) from app.booking one join app.slot here on here.id = one.slot_id
                        join app.booking other on other.person_id = one.person_id
                        join app.slot there on there.id = other.slot_id
                        where one.tenant_id = ? and here.hub_id <> there.hub_id and here.starts_at = there.starts_at""")
                .param(council.id())
                .query(Integer.class)
                .single();
    }

    private static void write(TestCouncil council) throws IOException, SQLException {
        try (InputStream file = Objects.requireNonNull(Demonstration.class.getResourceAsStream("history.sql"));
                var connection = RunningService.superuserSession();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PsqlScript.fill(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of(
                            "council", council.id().toString(),
                            "until", TestCouncil.today().toString(),
                            "hubs", "3")));
            connection.commit();
        }
    }
}
