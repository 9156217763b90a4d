package uk.alongside.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The bench's access to the database as superuser, past all policies: it writes the data and reads the server's counts.
 */
final class BenchData {

    /**
     * The time to wait for PostgreSQL's counts. It exceeds the time for which an idle session keeps its counts
     * unpublished.
     */
    private static final long UNTIL_COUNTED_MILLIS = 11_000;

    private static final Duration CHECKED = Duration.ofSeconds(90);

    private final Deployment deployed;

    BenchData(Deployment deployed) {
        this.deployed = deployed;
    }

    /**
     * Replaces all bookings by this number of bookings of this number of councils. Larkshire is one of the councils.
     */
    void lay(int bookings, int councils) throws SQLException {
        run("bench.sql", Map.of("bookings", bookings, "councils", councils));
    }

    /** Adds people of Larkshire, and conversations of all councils. */
    void addConversations(int people, int conversations, int councils) throws SQLException {
        run("bench-conversations.sql", Map.of("people", people, "conversations", conversations, "councils", councils));
    }

    /** Gives Larkshire's visits of the year this number of finished conversations, with what figures count of them. */
    void addFinishedConversations(int conversations) throws SQLException {
        run("bench-figures.sql", Map.of("conversations", conversations));
    }

    /** Returns people of Larkshire with whom at least twenty conversations are recorded, or else those with the most. */
    List<UUID> peopleOfConversations() throws SQLException {
        return rows(
                        "select person_id::text from app.conversation_person where tenant_id = ?::uuid group by person_id"
                                + " order by least(count(*), 20) desc, person_id limit 50",
                        deployed.councilId("larkshire"))
                .stream()
                .map(row -> UUID.fromString(row[0]))
                .toList();
    }

    /** Runs a script in one transaction, with these settings and the measured council's. */
    private void run(String script, Map<String, Integer> settings) throws SQLException {
        try (var connection = deployed.superuser().getConnection()) {
            connection.setAutoCommit(false);
            rows(connection, "select set_config('bench.council', ?, true)", deployed.councilId("larkshire"));
            for (var setting : settings.entrySet()) {
                rows(
                        connection,
                        "select set_config(?, ?, true)",
                        "bench." + setting.getKey(),
                        String.valueOf(setting.getValue()));
            }
            try (var statement = connection.createStatement()) {
                statement.execute(script(script));
            }
            connection.commit();
        }
        vacuum();
    }

    /**
     * Does what the server does automatically some time after many rows were written. Until then it has no counts of them to
     * plan with, and an index alone does not say which of them can be seen.
     */
    void vacuum() throws SQLException {
        try (var connection = deployed.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    private static String script(String name) {
        try (var stream = Objects.requireNonNull(BenchData.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns Larkshire's hubs whose names match this pattern. */
    List<String> hubs(String name) throws SQLException {
        var found = new ArrayList<String>();
        for (var row : rows(
                "select id::text from app.hub where tenant_id = ?::uuid and name like ?",
                deployed.councilId("larkshire"),
                name)) {
            found.add(row[0]);
        }
        return found;
    }

    /** How often a table was read from end to end, and how many rows that read. */
    record Scans(long times, long rows) {

        static final Scans NONE = new Scans(0, 0);

        Scans since(Scans before) {
            return new Scans(times - before.times, rows - before.rows);
        }

        /** For a small table a full scan is the fastest plan; for a large one it shows a missing index. */
        boolean large() {
            return rows > LARGE * times;
        }

        private static final int LARGE = 10_000;
    }

    /** Returns the full scans of each table that grows with bookings since the server started. */
    Map<String, Scans> readFromEndToEnd() throws Exception {
        Thread.sleep(UNTIL_COUNTED_MILLIS);
        var scans = new TreeMap<String, Scans>();
        for (var row : rows(
                "select relname, seq_scan::text, seq_tup_read::text from pg_stat_user_tables where schemaname = 'app'"
                        + " and relname in ('booking', 'slot', 'session', 'person', 'person_term', 'conversation',"
                        + " 'conversation_person', 'conversation_box', 'conversation_revision', 'audit_event', 'audit_subject')")) {
            scans.put(row[0], new Scans(Long.parseLong(row[1]), Long.parseLong(row[2])));
        }
        return scans;
    }

    /** Runs Larkshire's nightly check now, as the scheduler would at night. Returns false if the check failed. */
    boolean checkCapacity() throws Exception {
        return runTask("capacity-check", CHECKED);
    }

    /** Runs a task of Larkshire now, as the scheduler would at night. Returns false if the task failed. */
    boolean runTask(String name, Duration longest) throws Exception {
        var council = deployed.councilId("larkshire");
        var task = " where task_name = ? and task_instance = ?";
        var asked = rows(
                        "with asked as (update ops.scheduled_tasks set execution_time = now()" + task
                                + " returning 1) select clock_timestamp()::text from asked",
                        name,
                        council)
                .getFirst()[0];
        Waiting.until(
                name + " has run",
                longest,
                () -> rows(
                                "select not picked and coalesce(greatest(last_success, last_failure) >= ?::timestamptz, false)"
                                        + " from ops.scheduled_tasks" + task,
                                asked,
                                name,
                                council)
                        .getFirst()[0]
                        .equals("t"));
        return rows(
                        "select coalesce(last_success >= ?::timestamptz, false) from ops.scheduled_tasks" + task,
                        asked,
                        name,
                        council)
                .getFirst()[0]
                .equals("t");
    }

    String server() throws SQLException {
        return "PostgreSQL " + rows("show server_version").getFirst()[0];
    }

    private List<String[]> rows(String sql, String... values) throws SQLException {
        try (var connection = deployed.superuser().getConnection()) {
            return rows(connection, sql, values);
        }
    }

    private static List<String[]> rows(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var found = new ArrayList<String[]>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new String[rows.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getString(i + 1);
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }
}
