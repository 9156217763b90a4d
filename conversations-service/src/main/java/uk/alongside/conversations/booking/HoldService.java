package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingRefusal.HoldExpired;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

@Service
class HoldService {

    private static final String KIND = "hold";

    private final Holds holds;
    private final Places places;
    private final Timetable timetable;
    private final IdempotentRequests requests;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    HoldService(
            Holds holds,
            Places places,
            Timetable timetable,
            IdempotentRequests requests,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.holds = holds;
        this.places = places;
        this.timetable = timetable;
        this.requests = requests;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Hold hold(UUID slot, String key) {
        return requests.once(key, "POST /api/slots/" + slot + "/holds", slot, id -> hold(id, slot), this::find);
    }

    private Hold hold(UUID id, UUID slotId) {
        places.take(places.slot(slotId), null);
        var until = clock.instant().plus(Hold.LASTS).truncatedTo(ChronoUnit.MILLIS);
        var hold = new Hold(id, slotId, member(), until);
        holds.insert(hold);
        timetable.slot(slotId).map(SlotTime::hubDay).ifPresent(days::changed);
        audit.changed(KIND, id, "held");
        return hold;
    }

    private Hold find(UUID id) {
        return holds.find(id, member()).orElseThrow(() -> new HoldExpired(List.of()).refused());
    }

    @Transactional
    void release(UUID id) {
        var hold = holds.find(id, member()).orElseThrow(Refused::notFound);
        timetable.lock(List.of(hold.slot()));
        if (holds.delete(id)) {
            places.giveBack(hold.slot());
            timetable.slot(hold.slot()).map(SlotTime::hubDay).ifPresent(days::changed);
            audit.changed(KIND, id, "released");
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
        return Caller.current().member();
    }
}
