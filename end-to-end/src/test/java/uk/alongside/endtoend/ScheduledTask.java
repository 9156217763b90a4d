package uk.alongside.endtoend;

import java.sql.SQLException;

/** A recurring task of tenant-service for all councils, run when a test wants it. */
final class ScheduledTask {

    private static final String TASK = " from ops.scheduled_tasks where task_name = ?";

    private final Sql tenants;
    private final String name;

    ScheduledTask(Sql tenants, String name) {
        this.tenants = tenants;
        this.name = name;
    }

    /** Runs the task now, waits until it has ended, and returns whether it succeeded. */
    boolean run() throws Exception {
        var before = end();
        start();
        Waiting.until("the task " + name + " has run", () -> !end().equals(before));
        return tenants.number("select coalesce(consecutive_failures, 0)" + TASK, name) == 0;
    }

    /** Starts the task and does not wait. */
    void start() throws SQLException {
        tenants.run("update ops.scheduled_tasks set execution_time = '2000-01-01' where task_name = ?", name);
    }

    /** Returns when the task ended last, with and without success. */
    private String end() throws SQLException {
        return tenants.list("select concat(last_success, ' ', last_failure)" + TASK, name)
                .getFirst();
    }
}
