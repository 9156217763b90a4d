package uk.alongside.conversations.hub;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.text.TextKey;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the rooms of hubs. A room that is removed is retired and not deleted, since past sessions name it. */
@Repository
class Rooms {

    private final CouncilSql sql;

    Rooms(CouncilSql sql) {
        this.sql = sql;
    }

    /** A room and its hub. */
    record At(UUID hub, HubRoom room) {}

    List<HubRoom> of(Collection<UUID> hubs) {
        return at(hubs).stream().map(At::room).toList();
    }

    /** Returns the rooms of these hubs that are in use, ordered by name. */
    List<At> at(Collection<UUID> hubs) {
        if (hubs.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select hub_id, id, name, capacity from app.hub_room
                        where tenant_id = :council and hub_id in (:hubs) and not retired
                        order by name_key""")
                .param("hubs", hubs)
                .query((row, _) -> new At(
                        row.getObject("hub_id", UUID.class),
                        new HubRoom(
                                new RoomId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getObject("capacity", Integer.class))))
                .list();
    }

    /**
     * Adds the room, or takes a retired room of that name into use again under its old id. Returns false if the name is
     * in use.
     */
    boolean add(HubId hub, HubRoom room) {
        return sql.sql("""
                        insert into app.hub_room (tenant_id, id, version, hub_id, name, name_key, capacity, retired)
                        values (:council, :id, 0, :hub, :name, :key, :capacity, false)
                        on conflict (tenant_id, hub_id, name_key) do update
                            set name = excluded.name, capacity = excluded.capacity, retired = false
                            where hub_room.tenant_id = :council and hub_room.retired""")
                        .param("id", room.id().value())
                        .param("hub", hub.value())
                        .param("name", room.name())
                        .param("key", TextKey.of(room.name()))
                        .param("capacity", room.capacity())
                        .update()
                == 1;
    }

    /** Retires the room, and returns false if there is no such room in use. */
    boolean retire(HubId hub, RoomId room) {
        return sql.sql("""
                        update app.hub_room set retired = true
                        where tenant_id = :council and hub_id = :hub and id = :id and not retired""").param("hub", hub.value()).param("id", room.value()).update() == 1;
    }
}
