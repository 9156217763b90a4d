package uk.alongside.localstack.demonstration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects rows of a council's tables and inserts them, one statement for each table. Rows that are there stay. */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    /** The tables in the order in which their rows refer to each other. */
    private static final List<String> TABLES = List.of(
            "app.session",
            "app.slot",
            "app.attendance",
            "app.booking",
            "app.walk_in",
            "app.conversation",
            "app.conversation_person",
            "app.conversation_box",
            "app.conversation_revision",
            "app.conclusion",
            "app.addendum",
            "app.step",
            "app.step_change",
            "app.connection",
            "app.connection_change",
            "app.letter",
            "app.letter_part",
            "app.letter_copy",
            "app.about_me_sentence",
            "app.communication",
            "app.measure");

    private final UUID council;
    private final Map<String, ArrayNode> tables = new LinkedHashMap<>();

    Rows(UUID council) {
        this.council = council;
        TABLES.forEach(table -> tables.put(table, JSON.createArrayNode()));
    }

    /** A row that is being filled in. All rows of a table have the same columns. */
    record Row(ObjectNode columns) {

        Row with(String column, @Nullable Object value) {
            switch (value) {
                case null -> columns.putNull(column);
                case JsonNode node -> columns.set(column, node);
                case byte[] bytes -> columns.put(column, "\\x" + HexFormat.of().formatHex(bytes));
                case Integer number -> columns.put(column, number);
                case Boolean truth -> columns.put(column, truth);
                default -> columns.put(column, value.toString());
            }
            return this;
        }
    }

    Row add(String table) {
        var rows = tables.get(table);
        if (rows == null) {
            throw new IllegalArgumentException(table + " is not among the tables.");
        }
        return new Row(rows.addObject().put("tenant_id", council.toString()));
    }

    /** Returns the id of a row, which is the same for the same council and words. */
    UUID id(Object... words) {
        var name = new StringBuilder("demonstration ").append(council);
        for (var word : words) {
            name.append(' ').append(word);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    void insert(Connection connection) throws SQLException {
        for (var table : tables.entrySet()) {
            if (!table.getValue().isEmpty()) {
                insert(connection, table.getKey(), table.getValue());
            }
        }
    }

    private static void insert(Connection connection, String table, ArrayNode rows) throws SQLException {
        Collection<String> names = rows.get(0).propertyNames();
        var columns = String.join(", ", names);
        try (var statement = connection.prepareStatement(
                "insert into %s (%s) select %s from json_populate_recordset(null::%s, ?::json) on conflict do nothing"
                        .formatted(table, columns, columns, table))) {
            statement.setString(1, rows.toString());
            statement.executeUpdate();
        }
    }
}
