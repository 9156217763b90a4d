package uk.alongside.conversations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.localstack.demonstration.PastYears;

/** Tests the past years that the demonstration writes by SQL, against the tables and the service as they are. */
@ServiceTest
class DemonstrationHistoryTest {

    private static final int PEOPLE = 22;

    @LocalServerPort
    private int port;

    @Value("${alongside.encryption-key-file}")
    private Path encryptionKeys;

    @Test
    void isReadByTheServiceAsItsOwnAndIsAlmostFinished() throws Exception {
        var council = TestCouncil.create(port);
        council.tenantService().put("/internal/councils/" + council.id() + "/blueprint", """
                {"version": 1, "kinds": [], "prompts": [
                  {"id": "prompt.matters", "heading": "What matters", "help": "In their words", "main": true}]}""");
        var hubs = List.of(council.hub("Fernhill Library"), council.hub("Old Mill"), council.hub("Harrow Green"));
        var people = new ArrayList<UUID>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(council.person("Made", "Up"));
        }
        var practitioner = council.member("practitioner");
        writeFirstText(practitioner, people.getLast());

        write(council, people);
        long records = count("app.conversation", council);
        write(council, people);

        assertThat(records).isGreaterThan(PEOPLE);
        assertThat(count("app.conversation", council)).isEqualTo(records);
        assertThat(count("app.measure", council)).isPositive();
        for (var hub : hubs) {
            var list = council.hubStaff().get("/api/hubs/" + hub + "/to-finish").json();
            assertThat(list.path("earlier").asInt()).isZero();
            assertThat(list.path("items"))
                    .extracting(each -> LocalDate.parse(each.path("date").asString()))
                    .allMatch(day -> !day.isBefore(TestCouncil.today().minusDays(7)));
        }
        assertThat(atTwoHubs(council)).isZero();
        assertEachRecordIsRead(council, practitioner);
        for (var person : people) {
            for (var part : List.of("timeline", "measures", "about-me", "communication", "bookings")) {
                assertRead(practitioner, "/api/people/" + person + "/" + part);
            }
        }
    }

    private static void writeFirstText(Api practitioner, UUID person) {
        var begun = practitioner.post("/api/conversations", "{\"personIds\": [\"" + person + "\"]}");
        var written = practitioner.put(
                begun.header("Location") + "/boxes/prompt.matters",
                "{\"text\": \"A cup of tea\", \"fromTool\": false}",
                "If-Match",
                "\"0\"");
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
    }

    private static void assertEachRecordIsRead(TestCouncil council, Api practitioner) {
        var records = RunningService.superuser()
                .sql("""
                        select c.id, c.status, p.person_id from app.conversation c
                        join app.conversation_person p on p.tenant_id = c.tenant_id and p.conversation_id = c.id
                        where c.tenant_id = ?""")
                .param(council.id())
                .query((row, _) -> List.of(row.getString("id"), row.getString("status"), row.getString("person_id")))
                .list();
        for (var record : records) {
            var path = "/api/conversations/" + record.getFirst();
            var parts = new ArrayList<>(List.of("", "/steps", "/connections", "/revisions"));
            if (record.get(1).equals("FINISHED")) {
                parts.addAll(List.of("/conclusion", "/letters/" + record.getLast()));
            }
            parts.forEach(part -> assertRead(practitioner, path + part));
        }
        assertThat(records).filteredOn(record -> record.get(1).equals("DRAFT")).hasSizeLessThan(records.size() / 10);
    }

    private static void assertRead(Api practitioner, String path) {
        var answer = practitioner.get(path);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
    }

    private static long count(String table, TestCouncil council) {
        return RunningService.superuser()
                .sql("select count(*) from " + table + " where tenant_id = ?")
                .param(council.id())
                .query(Long.class)
                .single();
    }

    private static int atTwoHubs(TestCouncil council) {
        return RunningService.superuser()
                .sql("""
                        select count(*) from app.booking one
                        join app.slot here on here.tenant_id = one.tenant_id and here.id = one.slot_id
                        join app.booking other on other.tenant_id = one.tenant_id and other.person_id = one.person_id
                        join app.slot there on there.tenant_id = one.tenant_id and there.id = other.slot_id
                        where one.tenant_id = ? and here.hub_id <> there.hub_id and here.starts_at = there.starts_at""")
                .param(council.id())
                .query(Integer.class)
                .single();
    }

    private void write(TestCouncil council, List<UUID> people) throws SQLException {
        try (var connection = RunningService.superuserSession()) {
            connection.setAutoCommit(false);
            new PastYears(connection, council.id(), "larkshire", TestCouncil.today()).write(encryptionKeys, people, 3);
            connection.commit();
        }
    }
}
