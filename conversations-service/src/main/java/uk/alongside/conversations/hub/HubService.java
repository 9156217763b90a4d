package uk.alongside.conversations.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubRefusal.HubExists;
import uk.alongside.conversations.hub.HubRefusal.RoomExists;
import uk.alongside.conversations.hub.HubRefusal.StaleVersion;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;

@Service
class HubService {

    static final int PAGE_SIZE = 25;
    private static final String KIND = "hub";

    private final Hubs hubs;
    private final Rooms rooms;
    private final Closures closures;
    private final SessionsToCome sessions;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    HubService(
            Hubs hubs,
            Rooms rooms,
            Closures closures,
            SessionsToCome sessions,
            IdempotentRequests requests,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.closures = closures;
        this.sessions = sessions;
        this.requests = requests;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of hubs, each with its rooms and closures. */
    record HubPage(List<HubWhole> hubs, Page<Hub> page, boolean sessionsToCome) {}

    /** A room that a member wants a hub to have. */
    record Furnishing(String name, @Nullable Integer capacity) {}

    /** Finds the hubs whose name, address and postcode contain these words in this order. */
    @Transactional(readOnly = true)
    HubPage search(String words, int page) {
        var escaped = HubDetails.folded(words).replaceAll("[\\\\%_]", "\\\\$0");
        var found = hubs.search("%" + escaped.replace(" ", "%") + "%", PageRequest.of(page, PAGE_SIZE));
        return new HubPage(whole(found.getContent()), found, sessions.anyToCome());
    }

    @Transactional(readOnly = true)
    HubWhole find(UUID id) {
        return whole(hubs.findById(id).orElseThrow(Refused::notFound));
    }

    @Transactional
    HubWhole add(HubForm form, String key) {
        return requests.once(key, "POST /api/hubs", form, id -> add(id, form), this::find);
    }

    private HubWhole add(UUID id, HubForm form) {
        refuseSame(id, form);
        var hub = hubs.save(new Hub(id, form));
        audit.changed(KIND, id, "created");
        return whole(hub);
    }

    /** Changes the details of a hub, if they are still the version that the caller has read. */
    @Transactional
    HubWhole edit(UUID id, HubForm form, long version) {
        refuseSame(id, form);
        var hub = hubs.findForPlanning(id).orElseThrow(Refused::notFound);
        if (hub.version() != version) {
            throw new StaleVersion(HubView.of(whole(hub))).refused();
        }
        hub.edit(form);
        var saved = hubs.saveAndFlush(hub);
        audit.changed(KIND, id, "edited");
        return whole(saved);
    }

    /** Rejects a hub that exists already. Two requests that add or import the same hub at once wait for each other. */
    private void refuseSame(UUID id, HubForm form) {
        HubCreationLock.acquire(jdbc, CouncilContext.council());
        var key = form.details().key();
        hubs.findIdByKey(key.name(), key.postcode())
                .filter(other -> !other.equals(id))
                .ifPresent(_ -> {
                    throw new HubExists().refused();
                });
    }

    @Transactional
    HubWhole addRoom(UUID hub, Furnishing room, String key) {
        return requests.once(
                key, "POST /api/hubs/" + hub + "/rooms", room, id -> addRoom(id, hub, room), _ -> find(hub));
    }

    private HubWhole addRoom(UUID room, UUID id, Furnishing wanted) {
        var hub = hubs.findForPlanning(id).orElseThrow(Refused::notFound);
        if (!rooms.add(id, new HubRoom(room, wanted.name(), wanted.capacity()))) {
            throw new RoomExists().refused();
        }
        audit.changed(KIND, id, "room-added");
        return whole(hub);
    }

    @Transactional
    HubWhole retireRoom(UUID id, UUID room) {
        var hub = hubs.findForPlanning(id).orElseThrow(Refused::notFound);
        if (!rooms.retire(id, room)) {
            throw Refused.notFound();
        }
        audit.changed(KIND, id, "room-retired");
        return whole(hub);
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
