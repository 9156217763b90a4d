package uk.alongside.endtoend;

import static java.util.stream.Collectors.toSet;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.alongside.localstack.Part;

/**
 * Measures what an operation costs apart from its time: how often the database checks the signed council, and the processor
 * time of each process. The first is a whole number; the second holds on a busy machine too.
 */
final class BenchCosts implements AutoCloseable {

    /** The time after which an idle session has published its counts. */
    private static final long UNTIL_COUNTED_MILLIS = 11_000;

    private final Deployment deployed;

    BenchCosts(Deployment deployed) throws SQLException {
        this.deployed = deployed;
        set("track_functions = 'all'");
        // The vacuum of a million rows that were just written is no part of an operation.
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

    Counts now() throws Exception {
        var processor = new EnumMap<Part, Duration>(Part.class);
        for (var part : new Part[] {Part.GATEWAY, Part.CONVERSATIONS_SERVICE}) {
            deployed.process(part).map(BenchCosts::processor).ifPresent(time -> processor.put(part, time));
        }
        processor.put(Part.POSTGRES, database());
        Thread.sleep(UNTIL_COUNTED_MILLIS);
        return new Counts(calls(), processor);
    }

    /** Delays each commit, as a slower disk or a synchronous replica does. */
    void delayCommits(boolean delayed) throws SQLException {
        set(delayed ? "commit_delay = 2000" : "commit_delay = 0");
        set(delayed ? "commit_siblings = 0" : "commit_siblings = 5");
    }

    @Override
    public void close() throws SQLException {
        delayCommits(false);
        set("autovacuum = on");
        set("track_functions = 'none'");
    }

    private long calls() throws SQLException {
        return number(
                "select coalesce(sum(calls), 0) from pg_stat_user_functions where schemaname = 'sec' and funcname = 'tenant'");
    }

    /** Returns the time of the server and all its sessions. Zero if it runs on another machine. */
    private Duration database() throws SQLException {
        var server = ProcessHandle.of(number("select pg_backend_pid()")).flatMap(ProcessHandle::parent);
        if (server.isEmpty()) {
            return Duration.ZERO;
        }
        // A list of processes that is read while one of them starts or ends can lack others too.
        var processes = processes(server.get());
        for (var again = processes(server.get()); !again.equals(processes); again = processes(server.get())) {
            processes = again;
        }
        return processes.stream().map(BenchCosts::processor).reduce(Duration.ZERO, Duration::plus);
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
