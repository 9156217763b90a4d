package uk.alongside.conversations.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubRefusal.HubExists;
import uk.alongside.conversations.hub.HubRefusal.RoomExists;
import uk.alongside.conversations.hub.HubRefusal.StaleVersion;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

@Service
class HubService {

    private static final String KIND = "hub";

    private final Hubs hubs;
    private final Rooms rooms;
    private final Closures closures;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final CouncilSql sql;
    private final Clock clock;

    HubService(
            Hubs hubs,
            Rooms rooms,
            Closures closures,
            IdempotentRequests requests,
            Audit audit,
            CouncilSql sql,
            Clock clock) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.closures = closures;
        this.requests = requests;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** A page of hubs, each with its rooms and closures. */
    record HubPage(List<HubWhole> hubs, Page<Hub> page) {}

    /** A room that a member wants a hub to have. */
    record Furnishing(String name, @Nullable Integer capacity) {}

    /** Finds the hubs whose name, address and postcode contain these words in this order. */
    @Transactional(readOnly = true)
    HubPage search(String words, Pageable page) {
        var found = hubs.search(HubDetails.searchPattern(words), page);
        return new HubPage(whole(found.getContent()), found);
    }

    @Transactional(readOnly = true)
    HubWhole find(HubId id) {
        return whole(hubs.findById(id.value()).orElseThrow(Refused::notFound));
    }

    @Transactional
    HubWhole add(HubForm form, String key) {
        return requests.once(key, "POST /api/hubs", form, id -> add(new HubId(id), form), id -> find(new HubId(id)));
    }

    private HubWhole add(HubId id, HubForm form) {
        refuseSame(id, form);
        var hub = hubs.save(new Hub(id.value(), form));
        audit.changed(KIND, id.value(), "created");
        return whole(hub);
    }

    /** Changes the details of a hub, if they are still the version that the caller has read. */
    @Transactional
    HubWhole edit(HubId id, HubForm form, long version) {
        refuseSame(id, form);
        var hub = hubs.findForPlanning(id.value()).orElseThrow(Refused::notFound);
        if (hub.version() != version) {
            throw new StaleVersion(HubView.of(whole(hub))).refused();
        }
        var before = hub.auditedValues();
        var directionsBefore = hub.directions();
        hub.edit(form);
        audit.values(before, hub.auditedValues());
        audit.setting("directions", !Objects.equals(directionsBefore, hub.directions()));
        var saved = hubs.saveAndFlush(hub);
        audit.changed(KIND, id.value(), "edited");
        return whole(saved);
    }

    /** Rejects a hub that exists already. Two requests that add or import the same hub at once wait for each other. */
    private void refuseSame(HubId id, HubForm form) {
        HubCreationLock.acquire(sql);
        var key = form.details().key();
        hubs.findIdByKey(key.name(), key.postcode())
                .filter(other -> !other.equals(id.value()))
                .ifPresent(_ -> {
                    throw new HubExists().refused();
                });
    }

    @Transactional
    HubWhole addRoom(HubId hub, Furnishing room, String key) {
        return requests.once(
                key,
                "POST /api/hubs/" + hub.value() + "/rooms",
                room,
                id -> addRoom(new RoomId(id), hub, room),
                _ -> find(hub));
    }

    private HubWhole addRoom(RoomId room, HubId id, Furnishing wanted) {
        var hub = hubs.findForPlanning(id.value()).orElseThrow(Refused::notFound);
        if (!rooms.add(id, new HubRoom(room, wanted.name(), wanted.capacity()))) {
            throw new RoomExists().refused();
        }
        audit.changed(KIND, id.value(), "room-added");
        audit.value("room", null, wanted.name());
        return whole(hub);
    }

    @Transactional
    void retireRoom(HubId id, RoomId room) {
        if (hubs.findForPlanning(id.value()).isEmpty()) {
            throw Refused.notFound();
        }
        var retired = rooms.of(List.of(id.value())).stream()
                .filter(one -> one.id().equals(room))
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (!rooms.retire(id, room)) {
            throw Refused.notFound();
        }
        audit.changed(KIND, id.value(), "room-retired");
        audit.value("room", retired.name(), null);
    }

    private HubWhole whole(Hub hub) {
        return whole(List.of(hub)).getFirst();
    }

    private List<HubWhole> whole(Collection<Hub> found) {
        var ids = found.stream().map(Hub::id).toList();
        var allRooms = rooms.at(ids);
        var allClosures = closures.from(ids, LocalDate.now(clock));
        return found.stream()
                .map(hub -> new HubWhole(
                        hub,
                        allRooms.stream()
                                .filter(each -> each.hub().equals(hub.id()))
                                .map(Rooms.At::room)
                                .toList(),
                        allClosures.stream()
                                .filter(each -> each.hub().equals(hub.id()))
                                .map(Closures.At::closure)
                                .toList()))
                .toList();
    }
}
