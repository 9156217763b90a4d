package uk.alongside.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Single statements with values, by the superuser of a service's database. */
record Sql(DataSource database) {

    /** Returns the first column of all rows as text. A null is an empty text. */
    List<String> list(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = prepare(connection, statement, values);
                var rows = prepared.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var text = rows.getString(1);
                found.add(text == null ? "" : text);
            }
            return found;
        }
    }

    /** Returns the first column of the first row as a number. */
    int number(String statement, Object... values) throws SQLException {
        return Integer.parseInt(list(statement, values).getFirst());
    }

    void run(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = prepare(connection, statement, values)) {
            prepared.execute();
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... values)
            throws SQLException {
        var prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
