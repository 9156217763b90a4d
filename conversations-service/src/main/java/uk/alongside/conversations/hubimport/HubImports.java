package uk.alongside.conversations.hubimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores which hubs each import added or changed, and how each hub was before. */
@Repository
class HubImports {

    private final CouncilSql sql;

    HubImports(CouncilSql sql) {
        this.sql = sql;
    }

    /** A finished import. */
    record Imported(
            UUID id,
            Instant at,
            UUID by,
            int added,
            int changed,
            @Nullable Instant undoneAt) {}

    /**
     * A hub that an import added or changed, in its present state. A furnished hub has, or once had, rooms or closures.
     */
    record Line(UUID hub, String name, boolean added, boolean changedSince, boolean furnished) {}

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

    /** Stores the hubs as they are before the import changes them. The import raises the version of each by one. */
    void keepChanged(UUID id, Collection<UUID> hubs) {
        if (!hubs.isEmpty()) {
            sql.sql("""
                            insert into app.hub_import_line (tenant_id, import_id, hub_id, version_after, previous_row)
                            select h.tenant_id, :id, h.id, h.version + 1, to_jsonb(h) from app.hub h
                            where h.tenant_id = :council and h.id in (:hubs)""").param("id", id).param("hubs", hubs).update();
        }
    }

    /** Stores the hubs that the import has added. */
    void keepAdded(UUID id, Collection<UUID> hubs) {
        if (!hubs.isEmpty()) {
            sql.sql("""
                            insert into app.hub_import_line (tenant_id, import_id, hub_id, version_after)
                            select h.tenant_id, :id, h.id, h.version from app.hub h
                            where h.tenant_id = :council and h.id in (:hubs)""").param("id", id).param("hubs", hubs).update();
        }
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

    /**
     * Locks the hubs of the import that still exist; until the transaction ends, no request plans sessions there, or
     * changes the hubs, their rooms or their closures. A second statement reads the details after the lock, because a
     * statement that waits for a lock continues with what it saw before.
     */
    List<Line> lockLines(UUID id) {
        sql.sql("""
                        select h.id
                        from app.hub_import_line l join app.hub h on h.tenant_id = l.tenant_id and h.id = l.hub_id
                        where l.tenant_id = :council and h.tenant_id = :council and l.import_id = :id
                        order by h.id for update of h""").param("id", id).query(UUID.class).list();
        return sql.sql("""
                        select h.id, h.name, l.previous_row is null as added, h.version <> l.version_after as changed_since,
                               exists (select from app.hub_room r
                                       where r.tenant_id = :council and r.hub_id = h.id)
                               or exists (select from app.hub_closure c
                                          where c.tenant_id = :council and c.hub_id = h.id) as furnished
                        from app.hub_import_line l join app.hub h on h.tenant_id = l.tenant_id and h.id = l.hub_id
                        where l.tenant_id = :council and h.tenant_id = :council and l.import_id = :id
                        order by h.id""")
                .param("id", id)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("added"),
                        row.getBoolean("changed_since"),
                        row.getBoolean("furnished")))
                .list();
    }

    void remove(Collection<UUID> hubs) {
        if (!hubs.isEmpty()) {
            sql.sql("delete from app.hub h where h.tenant_id = :council and h.id in (:hubs)")
                    .param("hubs", hubs)
                    .update();
        }
    }

    /** Restores every column but the version, so that a member who has the hub open learns of the change. */
    void restore(UUID id, Collection<UUID> hubs) {
        if (!hubs.isEmpty()) {
            sql.sql("""
                            update app.hub h
                            set version = h.version + 1, name = was.name, name_key = was.name_key, address = was.address,
                                postcode = was.postcode, uprn = was.uprn, co_located_with = was.co_located_with,
                                website = was.website, opening_hours = was.opening_hours,
                                search_text = was.search_text, co_located = was.co_located
                            from app.hub_import_line l, jsonb_populate_record(null::app.hub, l.previous_row) was
                            where h.tenant_id = :council and l.tenant_id = :council and l.import_id = :id
                              and l.hub_id = h.id and l.previous_row is not null and h.id in (:hubs)""").param("id", id).param("hubs", hubs).update();
        }
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
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getObject("imported_by_id", UUID.class),
                row.getInt("added"),
                row.getInt("changed"),
                undone == null ? null : undone.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
