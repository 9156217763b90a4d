package uk.alongside.localstack.demonstration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.demonstration.PastConversations.Asset;
import uk.alongside.localstack.demonstration.PastConversations.Written;
import uk.alongside.localstack.demonstration.PastVisits.Resident;
import uk.alongside.localstack.demonstration.PastVisits.Visit;
import uk.alongside.localstack.demonstration.PastVisits.Way;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * Writes two made-up past years of a council as the superuser of the local stack's own PostgreSQL, because the product
 * books no one in the past: talking points, who came, what they said, what was agreed and what became of it. Every value
 * comes from a hash, so that the same person has the same story each time. No audit event is written.
 */
public final class PastYears {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final UUID council;
    private final String alias;
    private final LocalDate until;
    private final Chance chance;
    private final Rows rows;

    /**
     * Creates the writer of a council.
     *
     * @param until the day after the last one of the past
     */
    public PastYears(Connection connection, UUID council, String alias, LocalDate until) {
        this.connection = connection;
        this.council = council;
        this.alias = alias;
        this.until = until;
        this.chance = new Chance(alias);
        this.rows = new Rows(council);
    }

    /**
     * Writes the past in the connection's transaction. The council has its prompts, hubs, practitioners and first text.
     *
     * @param encryptionKeys the file with the key encryption key of conversations-service
     * @param people the ids of people, in the order of the demonstration
     * @param hubs how many hubs have talking points
     */
    public void write(Path encryptionKeys, List<UUID> people, int hubs) throws SQLException {
        var texts = CouncilTexts.read(connection, encryptionKeys, council);
        var places =
                ids(connection, council, "select id from app.hub where tenant_id = ? order by name_key limit " + hubs);
        var visits = new PastVisits(until, places.size(), chance);
        var writer = new Writer(
                visits,
                new PastBookings(rows, places, chance),
                new PastConversations(rows, texts, chance, until, prompts(), assets()),
                new PastMeasures(rows, texts, chance, until));
        var practitioners = practitioners(connection, council);
        for (var person : residents(people)) {
            writer.write(person, chance.choose(practitioners, person.word(), "practitioner"));
        }
        writer.bookings().writeSessions(visits);
        rows.insert(connection);
    }

    /** Returns the practitioners of a council who are people, by name. */
    static List<UUID> practitioners(Connection connection, UUID council) {
        try {
            return ids(connection, council, """
                    select id from app.member
                    where tenant_id = ? and status = 'active' and 'practitioner' = any (roles) and not machine
                    order by name""");
        } catch (SQLException e) {
            throw new LocalStackException("Could not read the practitioners of a made-up council", e);
        }
    }

    private List<Resident> residents(List<UUID> people) {
        var madeUp = MadeUpPeople.of(alias);
        var residents = new ArrayList<Resident>();
        for (int i = 0; i < people.size(); i++) {
            int number = i;
            madeUp.story(i)
                    .ifPresent(story -> residents.add(new Resident(
                            people.get(number),
                            "person " + number,
                            story,
                            number >= madeUp.named(),
                            !madeUp.describesThemselves(number))));
        }
        return residents;
    }

    /** Writes all that belongs to one person. */
    private record Writer(
            PastVisits visits, PastBookings bookings, PastConversations conversations, PastMeasures measures) {

        void write(Resident person, UUID practitioner) {
            var written = new ArrayList<Written>();
            boolean whole = false;
            for (var visit : visits.plan(person)) {
                bookings.write(visit, practitioner);
                if (visit.way().isTalk()) {
                    written.add(record(visit, practitioner));
                    whole = visit.number() == person.story().talks().size() - 1;
                } else if (visit.way() == Way.DID_NOT_ATTEND) {
                    conversations.writeAttempt(person, visit.day().plusDays(1), practitioner);
                }
            }
            if (whole) {
                conversations.writeAttempts(person, written.getLast().day(), practitioner);
            }
            if (!written.isEmpty()) {
                if (person.described()) {
                    measures.writeAboutMe(person, written.getFirst(), practitioner);
                }
                if (person.measured()) {
                    measures.write(person, finished(written), practitioner);
                }
            }
        }

        private static List<Written> finished(List<Written> written) {
            return written.stream().filter(record -> record.finished() != null).toList();
        }

        private Written record(Visit visit, UUID practitioner) {
            var attendance = visit.way() == Way.AT_HOME ? null : bookings.attendance(visit);
            return conversations.write(
                    visit, attendance, bookings.hub(visit), bookings.finishedAt(visit), practitioner);
        }
    }

    private JsonNode prompts() throws SQLException {
        try (var query = query(connection, council, "select prompts from app.blueprint where tenant_id = ?");
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new LocalStackException("The made-up council has no prompts yet.");
            }
            return JSON.readTree(row.getString(1));
        }
    }

    /** Returns the community assets by the kinds that the stories name. */
    private Map<String, Asset> assets() throws SQLException {
        var byName = new HashMap<String, Asset>();
        try (var query = query(connection, council, "select id, name from app.asset where tenant_id = ?");
                var row = query.executeQuery()) {
            while (row.next()) {
                byName.put(row.getString("name"), new Asset(row.getObject("id", UUID.class), row.getString("name")));
            }
        }
        var byKind = new HashMap<String, Asset>();
        for (var kind : Demonstration.read(alias).path("assets").properties()) {
            var asset = byName.get(kind.getValue().asString());
            if (asset != null) {
                byKind.put(kind.getKey(), asset);
            }
        }
        return byKind;
    }

    private static List<UUID> ids(Connection connection, UUID council, String sql) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var query = query(connection, council, sql);
                var row = query.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject("id", UUID.class));
            }
        }
        return ids;
    }

    private static PreparedStatement query(Connection connection, UUID council, String sql) throws SQLException {
        var query = connection.prepareStatement(sql);
        query.setObject(1, council);
        return query;
    }
}
