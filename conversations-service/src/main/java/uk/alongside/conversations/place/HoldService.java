package uk.alongside.conversations.place;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.place.PlaceRefusal.HoldExpired;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Keeps places for members of staff while they book, for ten minutes each. */
@Service
class HoldService {

    private static final String KIND = "hold";

    private final Holds holds;
    private final Places places;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    HoldService(Holds holds, Places places, IdempotentRequests requests, DayChanges days, Audit audit, Clock clock) {
        this.holds = holds;
        this.places = places;
        this.requests = requests;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Hold hold(SlotId slot, String key) {
        return requests.once(
                key,
                "POST /api/slots/" + slot.value() + "/holds",
                slot,
                id -> hold(new HoldId(id), slot),
                id -> kept(new HoldId(id)));
    }

    private Hold hold(HoldId id, SlotId slotId) {
        var slot = places.take(slotId);
        var until = clock.instant().plus(Hold.LASTS).truncatedTo(ChronoUnit.MILLIS);
        var hold = new Hold(id, slotId, member(), until);
        holds.insert(hold);
        days.changed(slot.hubDay());
        audit.changed(KIND, id.value(), "held");
        audit.changed("slot", slotId.value(), "held");
        return hold;
    }

    private Hold kept(HoldId id) {
        return holds.find(id, member()).orElseThrow(() -> new HoldExpired(List.of()).refused());
    }

    @Transactional(readOnly = true)
    Hold find(HoldId id) {
        return holds.find(id, member()).orElseThrow(Refused::notFound);
    }

    @Transactional
    void release(HoldId id) {
        var hold = find(id);
        places.lock(List.of(hold.slot()));
        if (holds.delete(id)) {
            days.changed(places.giveBack(hold.slot()).hubDay());
            audit.changed(KIND, id.value(), "released");
        }
    }

    /** Gives back the places of this council's expired holds, and returns the number of slots. */
    @Transactional
    public int releaseExpired() {
        var now = clock.instant();
        return (int) holds.slotsWithExpired(now).stream()
                .filter(slot -> places.releaseExpired(slot, now))
                .count();
    }

    private static UUID member() {
        return Caller.current().member().value();
    }
}
