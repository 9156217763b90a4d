package uk.alongside.endtoend;

import java.sql.SQLException;

/** The hourly task of tenant-service that asks for sheets, makes releases and delivers them, run when a test wants it. */
final class BenchmarkTask {

    private static final String TASK = " from ops.scheduled_tasks where task_name = 'benchmarks'";

    private final Sql tenants;

    BenchmarkTask(Sql tenants) {
        this.tenants = tenants;
    }

    /** Runs the task now, waits until it has ended, and returns whether it succeeded. */
    boolean run() throws Exception {
        var before = end();
        start();
        Waiting.until("the benchmarks are exchanged", () -> !end().equals(before));
        return tenants.number("select coalesce(consecutive_failures, 0)" + TASK) == 0;
    }

    /** Starts the task and does not wait. */
    void start() throws SQLException {
        tenants.run("update ops.scheduled_tasks set execution_time = '2000-01-01' where task_name = 'benchmarks'");
    }

    /** Returns when the task ended last, with and without success. */
    private String end() throws SQLException {
        return tenants.list("select concat(last_success, ' ', last_failure)" + TASK)
                .getFirst();
    }
}
