package uk.alongside.foundation.wall;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a Citus cluster, as the owner of a service's database sees them from the coordinator. Citus sends most of
 * the schema to the nodes; {@code changelog/0010-citus-repair.sql} repairs the rest.
 */
final class CitusNodes {

    private CitusNodes() {}

    /** Returns true if this database is one of a Citus cluster, and false on plain PostgreSQL. */
    static boolean has(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select from pg_extension where extname = 'citus'")) {
            return rows.next();
        }
    }

    /** Gives every node the context keys, rights and fences of the coordinator. Does nothing on plain PostgreSQL. */
    static void repair(Connection connection) throws SQLException {
        if (has(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute("call app.repair_nodes()");
            }
        }
    }

    /** Returns what is wrong on the nodes, one line for each finding of proof P40. */
    static List<String> findings(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select object, detail from sec.node_violation() order by 1, 2")) {
            var findings = new ArrayList<String>();
            while (rows.next()) {
                findings.add(rows.getString(1) + ": " + rows.getString(2));
            }
            return findings;
        }
    }
}
