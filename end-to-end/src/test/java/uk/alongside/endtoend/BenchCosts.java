package uk.alongside.endtoend;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.alongside.localstack.Part;

/**
 * Measures what an operation costs apart from its time: how often the database checks the signed council, and the processor
 * time of each process. The first is a whole number; the second holds on a busy machine too.
 */
final class BenchCosts {

    /** The time in which the audit events of an operation are sealed. */
    private static final long UNTIL_SEALED_MILLIS = 3_000;

    /** The time after which an idle session has published its counts. */
    private static final long UNTIL_COUNTED_MILLIS = 8_000;

    /** The unit in which Linux tells processor times: USER_HZ is 100 on every platform that Java runs on. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final Deployment deployed;
    private final BenchData data;

    /** Prepares the measurement. No service knows the audit events of the SQL loop, so these must not be sealed. */
    BenchCosts(Deployment deployed, BenchData data) throws Exception {
        this.deployed = deployed;
        this.data = data;
        // Each minute it asks for the end of the chain, which has every event sealed.
        deployed.stop(Part.TENANT_SERVICE);
        Thread.sleep(UNTIL_SEALED_MILLIS);
        deleteUnsealed();
        set("track_functions = 'all'");
        // What the server does automatically at some time is done between the operations instead.
        set("autovacuum = off");
    }

    /** The calls of {@code sec.tenant()} and the processor time of each part, since it started. */
    record Counts(long calls, Map<Part, Duration> processor) {

        double callsSince(Counts before, int operations) {
            return (double) (calls - before.calls) / operations;
        }

        double millisSince(Counts before, Part part, int operations) {
            return processor
                            .getOrDefault(part, Duration.ZERO)
                            .minus(before.processor.getOrDefault(part, Duration.ZERO))
                            .toNanos()
                    / 1e6
                    / operations;
        }
    }

    /** Returns the counts before some operations, without the events of those before. */
    Counts before() throws Exception {
        deleteUnsealed();
        data.vacuum();
        Thread.sleep(UNTIL_COUNTED_MILLIS);
        return new Counts(calls(), processor());
    }

    /** Returns the counts after some operations, the sealing of their events included. */
    Counts after() throws Exception {
        Thread.sleep(UNTIL_SEALED_MILLIS);
        var processor = processor();
        Thread.sleep(UNTIL_COUNTED_MILLIS);
        return new Counts(calls(), processor);
    }

    private Map<Part, Duration> processor() throws SQLException {
        var processor = new EnumMap<Part, Duration>(Part.class);
        for (var part : new Part[] {Part.GATEWAY, Part.CONVERSATIONS_SERVICE}) {
            deployed.process(part).map(BenchCosts::processor).ifPresent(time -> processor.put(part, time));
        }
        processor.put(Part.POSTGRES, database());
        return processor;
    }

    /** Delays each commit, as a slower disk or a synchronous replica does. */
    void delayCommits(boolean delayed) throws SQLException {
        set(delayed ? "commit_delay = 2000" : "commit_delay = 0");
        set(delayed ? "commit_siblings = 0" : "commit_siblings = 5");
    }

    private void deleteUnsealed() throws SQLException {
        try (var connection = deployed.superuser().getConnection();
                var statement = connection.createStatement()) {
            // Past the trigger that keeps audit events.
            statement.execute("set session_replication_role = replica");
            // A full scan would look like one of an operation.
            statement.execute("set enable_seqscan = off");
            statement.execute("delete from app.audit_event e where not exists (select from app.audit_seal s"
                    + " where s.tenant_id = e.tenant_id and s.event_id = e.id)");
        }
    }

    /** Restores what the measurement changed. */
    void end() throws Exception {
        delayCommits(false);
        set("autovacuum = on");
        set("track_functions = 'none'");
        Thread.sleep(UNTIL_SEALED_MILLIS);
        deleteUnsealed();
        deployed.start(Part.TENANT_SERVICE);
    }

    private long calls() throws SQLException {
        return number(
                "select coalesce(sum(calls), 0) from pg_stat_user_functions where schemaname = 'sec' and funcname = 'tenant'");
    }

    /** Returns the time of the server and all its sessions. Zero if it runs on another machine. */
    private Duration database() throws SQLException {
        var server = ProcessHandle.of(number("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint"));
        if (server.isEmpty()) {
            return Duration.ZERO;
        }
        // A list of processes that is read while one of them starts or ends can lack others too.
        var processes = processes(server.get());
        for (var again = processes(server.get()); !again.equals(processes); again = processes(server.get())) {
            processes = again;
        }
        return processes.stream().map(BenchCosts::processor).reduce(ended(server.get()), Duration::plus);
    }

    /** Returns the time of the sessions that have ended, as Linux adds it up for their parent. Zero on other systems. */
    private static Duration ended(ProcessHandle server) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(server.pid()), "stat"));
            // The name of the program is in parentheses and may hold spaces. cutime and cstime are fields 16 and 17.
            var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return TICK.multipliedBy(Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)));
        } catch (IOException notLinux) {
            return Duration.ZERO;
        }
    }

    private static Set<ProcessHandle> processes(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants()).collect(toSet());
    }

    private static Duration processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void set(String setting) throws SQLException {
        try (var connection = deployed.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter system set " + setting);
            statement.execute("select pg_reload_conf()");
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = deployed.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
