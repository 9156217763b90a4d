package uk.alongside.conversations.hubimport;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.hub.HubSnapshot;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores which hubs each import added or changed, and how each hub was before. */
@Repository
class HubImports {

    private final CouncilSql sql;
    private final JsonMapper json;

    HubImports(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A finished import. */
    record Imported(
            UUID id,
            Instant at,
            UUID by,
            int added,
            int changed,
            @Nullable Instant undoneAt) {}

    /** A hub that an import changed, as it was before, or one that it added, without {@code previous}. */
    record Line(UUID hub, long versionAfter, @Nullable HubSnapshot previous) {}

    void keep(Imported done) {
        sql.sql("""
                        insert into app.hub_import (tenant_id, id, imported_at, imported_by_id, added, changed)
                        values (:council, :id, :at, :by, :added, :changed)""")
                .param("id", done.id())
                .param("at", at(done.at()))
                .param("by", done.by())
                .param("added", done.added())
                .param("changed", done.changed())
                .update();
    }

    void keepLines(UUID id, Collection<Line> lines) {
        sql.batch(
                """
                insert into app.hub_import_line (tenant_id, import_id, hub_id, version_after, previous)
                values (:council, :id, :hub, :version, nullif(:previous, '')::jsonb)""",
                lines.stream()
                        .map(line -> Map.<String, Object>of(
                                "id",
                                id,
                                "hub",
                                line.hub(),
                                "version",
                                line.versionAfter(),
                                "previous",
                                line.previous() == null ? "" : json.writeValueAsString(line.previous())))
                        .toList());
    }

    /** Returns the hubs that the import added or changed, in the order in which they are locked. */
    List<Line> lines(UUID id) {
        return sql.sql("""
                        select hub_id, version_after, previous from app.hub_import_line
                        where tenant_id = :council and import_id = :id order by hub_id""")
                .param("id", id)
                .query((row, _) ->
                        new Line(row.getObject("hub_id", UUID.class), row.getLong("version_after"), snapshot(row)))
                .list();
    }

    private @Nullable HubSnapshot snapshot(ResultSet row) throws SQLException {
        var stored = row.getString("previous");
        return stored == null ? null : json.readValue(stored, HubSnapshot.class);
    }

    /** Returns the imports since a moment that are older than the import {@code after}, newest first. */
    List<Imported> since(Instant when, @Nullable UUID after, int most) {
        return sql.sql("""
                        select i.id, i.imported_at, i.imported_by_id, i.added, i.changed, i.undone_at from app.hub_import i
                        where i.tenant_id = :council and i.imported_at > :since
                          and (cast(:after as uuid) is null or (i.imported_at, i.id) <
                               (select l.imported_at, l.id from app.hub_import l
                                where l.tenant_id = :council and l.id = :after))
                        order by i.imported_at desc, i.id desc
                        limit :most""")
                .param("since", at(when))
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(HubImports::imported)
                .list();
    }

    Optional<Imported> find(UUID id) {
        return sql.sql("""
                        select i.id, i.imported_at, i.imported_by_id, i.added, i.changed, i.undone_at from app.hub_import i
                        where i.tenant_id = :council and i.id = :id""").param("id", id).query(HubImports::imported).optional();
    }

    Optional<Imported> findForUpdate(UUID id) {
        return sql.sql("""
                        select i.id, i.imported_at, i.imported_by_id, i.added, i.changed, i.undone_at from app.hub_import i
                        where i.tenant_id = :council and i.id = :id for update""").param("id", id).query(HubImports::imported).optional();
    }

    void undone(UUID id, Instant when) {
        sql.sql("update app.hub_import i set undone_at = :when where i.tenant_id = :council and i.id = :id")
                .param("id", id)
                .param("when", at(when))
                .update();
    }

    private static Imported imported(ResultSet row, int number) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Imported(
                row.getObject("id", UUID.class),
                instant(row, "imported_at"),
                row.getObject("imported_by_id", UUID.class),
                row.getInt("added"),
                row.getInt("changed"),
                undone == null ? null : undone.toInstant());
    }
}
