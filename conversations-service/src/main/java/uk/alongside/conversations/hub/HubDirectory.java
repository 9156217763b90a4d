package uk.alongside.conversations.hub;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers other features' questions about hubs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HubDirectory {

    private final Hubs hubs;
    private final Rooms rooms;
    private final Closures closures;

    HubDirectory(Hubs hubs, Rooms rooms, Closures closures) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.closures = closures;
    }

    public Optional<HubName> find(UUID hub) {
        return hubs.findById(hub).map(HubDirectory::name);
    }

    /** Returns the names of these hubs. */
    public Map<HubId, String> names(Collection<HubId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : hubs.findByIdIn(ids.stream().map(HubId::value).distinct().toList()).stream()
                        .collect(toMap(hub -> new HubId(hub.id()), Hub::name));
    }

    /** Says whether the council has a hub. */
    public boolean anyExist() {
        return hubs.anyExist();
    }

    /**
     * Finds the hub, and makes other requests that plan there wait, so that each sees what the one before has planned.
     */
    public Optional<HubName> findForPlanning(UUID hub) {
        return hubs.findForPlanning(hub).map(HubDirectory::name);
    }

    /** Finds a room of the hub that is in use. */
    public Optional<HubRoom> room(HubId hub, RoomId room) {
        return rooms.of(List.of(hub.value())).stream()
                .filter(each -> each.id().equals(room.value()))
                .findFirst();
    }

    /** Returns the closures of the hub that touch any day from one to another. */
    public List<HubClosure> closures(UUID hub, LocalDate from, LocalDate to) {
        return closures.between(hub, from, to);
    }

    private static HubName name(Hub hub) {
        return new HubName(hub.id(), hub.name());
    }
}
