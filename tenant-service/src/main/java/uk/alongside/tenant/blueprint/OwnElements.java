package uk.alongside.tenant.blueprint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.blueprint.OwnElement.Decision;

/** The decisions of the bound council. */
@Repository
class OwnElements {

    private final CouncilSql sql;
    private final JsonMapper json;

    OwnElements(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps others who decide for this council waiting until this transaction ends. */
    void lock() {
        sql.sql(
                        "insert into app.blueprint (tenant_id, id, version) values (:council, :council, 0) on conflict (tenant_id, id) do nothing")
                .update();
        sql.sql("select version from app.blueprint where tenant_id = :council for update")
                .query(Long.class)
                .single();
    }

    /** Counts a change and returns its number, which the delivery of the change carries. */
    long nextVersion() {
        sql.sql("update app.blueprint set version = version + 1 where tenant_id = :council")
                .update();
        return version().orElseThrow();
    }

    Optional<Long> version() {
        return sql.sql("select version from app.blueprint where tenant_id = :council")
                .query(Long.class)
                .optional();
    }

    List<OwnElement> all() {
        return sql.sql("""
                        select element, part, title, ours, offered, decided_in, decision, note, decided_by_id, decided_at
                        from app.blueprint_element where tenant_id = :council order by part, element""").query((row, _) -> read(row)).list();
    }

    void save(OwnElement element) {
        sql.sql("""
                        insert into app.blueprint_element
                            (tenant_id, element, part, title, ours, offered, decided_in, decision, note, decided_by_id, decided_at)
                        values (:council, :element, :part, :title, :ours::jsonb, :offered::jsonb, :decidedIn, :decision,
                            :note, :decidedBy, :decidedAt)
                        on conflict (tenant_id, element) do update set
                            title = excluded.title, ours = excluded.ours, offered = excluded.offered,
                            decided_in = excluded.decided_in, decision = excluded.decision, note = excluded.note,
                            decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at""")
                .param("element", element.element())
                .param("part", element.part())
                .param("title", element.title())
                .param("ours", written(element.ours()))
                .param("offered", written(element.offered()))
                .param("decidedIn", element.decidedIn())
                .param("decision", element.decision().name().toLowerCase(Locale.ROOT))
                .param("note", element.note())
                .param("decidedBy", element.decidedBy().value())
                .param("decidedAt", Timestamp.from(element.decidedAt()))
                .update();
    }

    private OwnElement read(ResultSet row) throws SQLException {
        return new OwnElement(
                row.getString("element"),
                row.getString("part"),
                row.getString("title"),
                value(row.getString("ours")),
                value(row.getString("offered")),
                row.getString("decided_in"),
                Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
                note(row),
                new MemberId(row.getObject("decided_by_id", UUID.class)),
                row.getTimestamp("decided_at").toInstant());
    }

    @SuppressWarnings("NullAway") // the column is nullable
    private static @Nullable String note(ResultSet row) throws SQLException {
        return row.getString("note");
    }

    private @Nullable String written(@Nullable Map<String, Object> value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private @Nullable Map<String, Object> value(@Nullable String text) {
        return text == null ? null : json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }
}
