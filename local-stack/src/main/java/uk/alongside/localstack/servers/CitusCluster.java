package uk.alongside.localstack.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of an outside server that is the coordinator of a Citus cluster: one whose database {@code postgres} has the
 * extension and knows the nodes. Citus has its extension, its nodes and its databases once for each database, so what a
 * test makes on the coordinator is made on every worker too.
 *
 * @param coordinator how the workers name the coordinator
 * @param workers none on plain PostgreSQL
 */
record CitusCluster(PostgresAddress coordinator, List<PostgresAddress> workers) {

    /** A statement that runs on one node. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Reads the nodes from the database {@code postgres} of this server. The superuser has one password on all nodes. */
    static CitusCluster of(PostgresAddress server) throws SQLException {
        var coordinator = server;
        var workers = new ArrayList<PostgresAddress>();
        try (var connection = server.superuserOf("postgres").getConnection();
                var statement = connection.createStatement()) {
            try (var extension = statement.executeQuery("select from pg_extension where extname = 'citus'")) {
                if (!extension.next()) {
                    return new CitusCluster(server, List.of());
                }
            }
            try (var nodes = statement.executeQuery(
                    "select nodename, nodeport, groupid from pg_dist_node where noderole = 'primary' order by nodeid")) {
                while (nodes.next()) {
                    var node = new PostgresAddress(
                            nodes.getString(1), nodes.getInt(2), server.superuser(), server.password());
                    if (nodes.getInt(3) == 0) {
                        coordinator = node;
                    } else {
                        workers.add(node);
                    }
                }
            }
        }
        return new CitusCluster(coordinator, List.copyOf(workers));
    }

    /** Creates this database on each worker, and makes one of the cluster out of it and the coordinator's. */
    void create(PostgresAddress server, String database) throws SQLException {
        if (workers.isEmpty()) {
            return;
        }
        onWorkers("postgres", worker -> execute(worker, "create database \"" + database + '"'));
        onWorkers(database, worker -> execute(worker, "create extension citus"));
        try (var connection = server.superuserOf(database).getConnection()) {
            execute(connection, "create extension citus");
            try (var add = connection.prepareStatement("select citus_set_coordinator_host(?, ?)")) {
                add.setString(1, coordinator.host());
                add.setInt(2, coordinator.port());
                add.execute();
            }
            for (var worker : workers) {
                try (var add = connection.prepareStatement("select citus_add_node(?, ?)")) {
                    add.setString(1, worker.host());
                    add.setInt(2, worker.port());
                    add.execute();
                }
            }
        }
    }

    /** Runs work on each worker, and not on the nodes to which the worker would send it. */
    void onWorkers(String database, Work work) throws SQLException {
        for (var worker : workers) {
            try (var connection = worker.superuserOf(database).getConnection()) {
                execute(connection, "set citus.enable_ddl_propagation = off");
                work.on(connection);
            }
        }
    }

    /** Ends the connections to a database on this node, which Citus itself keeps too. A template may have none. */
    static void endConnections(Connection connection, String database) throws SQLException {
        try (var end = connection.prepareStatement(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?")) {
            end.setString(1, database);
            end.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
