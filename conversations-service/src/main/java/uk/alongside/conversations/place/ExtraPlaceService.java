package uk.alongside.conversations.place;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Adds one more place to a slot, for a lead who gives a reason. There is no other way to exceed the planned places. */
@Service
public class ExtraPlaceService {

    private final Places places;
    private final IdempotentRequests requests;
    private final CouncilSql sql;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    ExtraPlaceService(
            Places places, IdempotentRequests requests, CouncilSql sql, DayChanges days, Audit audit, Clock clock) {
        this.places = places;
        this.requests = requests;
        this.sql = sql;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** An added place, with the slot's present number of places. */
    record ExtraPlace(UUID id, SlotId slot, int places) {}

    @Transactional
    ExtraPlace add(SlotId slot, String reason, String key) {
        return requests.once(
                key,
                "POST /api/slots/" + slot.value() + "/extra-places",
                reason,
                id -> insert(id, slot, reason),
                this::find);
    }

    private ExtraPlace insert(UUID id, SlotId slotId, String reason) {
        var slot = places.extend(slotId);
        sql.sql("""
                        insert into app.extra_place (tenant_id, id, slot_id, reason, added_by_id, added_at)
                        values (:council, :id, :slot, :reason, :member, :now)""")
                .param("id", id)
                .param("slot", slotId.value())
                .param("reason", reason)
                .param("member", Caller.current().member().value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.changed("slot", slotId.value(), "extended");
        days.changed(slot.hubDay());
        return new ExtraPlace(id, slotId, slot.places());
    }

    @Transactional(readOnly = true)
    ExtraPlace find(UUID id) {
        var slot = sql.sql("select e.slot_id from app.extra_place e where e.tenant_id = :council and e.id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(SlotId::new)
                .orElseThrow(Refused::notFound);
        return new ExtraPlace(id, slot, places.slot(slot).places());
    }

    /** Counts the places that were added to each of these slots, for slots that have any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<SlotId, Integer> count(Collection<SlotId> slots) {
        var counts = new HashMap<SlotId, Integer>();
        if (!slots.isEmpty()) {
            sql.sql("""
                            select e.slot_id, count(*) as added from app.extra_place e
                            where e.tenant_id = :council and e.slot_id in (:slots)
                            group by e.slot_id""")
                    .param("slots", slots.stream().map(SlotId::value).toList())
                    .query(row -> {
                        counts.put(new SlotId(row.getObject("slot_id", UUID.class)), row.getInt("added"));
                    });
        }
        return counts;
    }
}
