package uk.alongside.conversations.hub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;

/** Answers other features' questions about hubs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HubDirectory {

    private final Hubs hubs;
    private final Rooms rooms;
    private final Closures closures;
    private final CouncilSql sql;

    HubDirectory(Hubs hubs, Rooms rooms, Closures closures, CouncilSql sql) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.closures = closures;
        this.sql = sql;
    }

    public Optional<HubName> find(HubId hub) {
        return hubs.findById(hub.value()).map(HubDirectory::name);
    }

    /** Returns the names of these hubs. */
    public Map<HubId, String> names(Collection<HubId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : hubs.findByIdIn(ids.stream().map(HubId::value).distinct().toList()).stream()
                        .collect(toMap(hub -> new HubId(hub.id()), Hub::name));
    }

    /** Returns the hubs by the keys of those names that only one of them has. */
    public Map<String, HubId> idsByName() {
        return hubs.findAll().stream()
                .collect(groupingBy(hub -> hub.details().key().name()))
                .entrySet()
                .stream()
                .filter(named -> named.getValue().size() == 1)
                .collect(toMap(
                        Map.Entry::getKey,
                        named -> new HubId(named.getValue().getFirst().id())));
    }

    /** Returns a page of the hubs whose name, address or postcode has these words, in the order of their names. */
    public Page<HubName> search(String words, Pageable page) {
        return hubs.search(HubDetails.searchPattern(words), page).map(HubDirectory::name);
    }

    /** Returns how many hubs the council has. */
    public int count() {
        return Math.toIntExact(hubs.count());
    }

    /**
     * Finds the hub, and makes other requests that plan there wait, so that each sees what the one before has planned.
     */
    public Optional<HubName> findForPlanning(HubId hub) {
        return hubs.findForPlanning(hub.value()).map(HubDirectory::name);
    }

    /**
     * Locks those of these hubs that still exist, and returns them. Until the transaction ends, no request plans sessions
     * there, records walk-ins there, or changes the hubs, their rooms or their closures. A second statement reads the hubs
     * after the lock, because a statement that waits for a lock continues with what it saw before.
     */
    public List<Hub> lockAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        sql.sql("select id from app.hub where tenant_id = :council and id in (:ids) order by id for update")
                .param("ids", ids)
                .query(UUID.class)
                .list();
        return hubs.findByIdIn(ids);
    }

    /** Returns those of these hubs that have closures, or that have or once had rooms. */
    public Set<UUID> withRoomsOrClosures(Collection<UUID> hubs) {
        return hubs.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("""
                        select hub_id from app.hub_room where tenant_id = :council and hub_id in (:hubs)
                        union
                        select hub_id from app.hub_closure where tenant_id = :council and hub_id in (:hubs)""").param("hubs", hubs).query(UUID.class).list());
    }

    /** Finds a room of the hub that is in use. */
    public Optional<HubRoom> room(HubId hub, RoomId room) {
        return rooms.of(List.of(hub.value())).stream()
                .filter(each -> each.id().equals(room))
                .findFirst();
    }

    /** Returns the closures of the hub that touch any day from one to another. */
    public List<HubClosure> closures(HubId hub, LocalDate from, LocalDate to) {
        return closures.between(hub, from, to);
    }

    /** Returns the closures of each of these hubs that touch any day from one to another. */
    public Map<HubId, List<HubClosure>> closures(Collection<HubId> ids, LocalDate from, LocalDate to) {
        return closures.between(ids.stream().map(HubId::value).toList(), from, to).stream()
                .collect(groupingBy(at -> new HubId(at.hub()), mapping(Closures.At::closure, toList())));
    }

    private static HubName name(Hub hub) {
        return new HubName(new HubId(hub.id()), hub.name());
    }
}
