package uk.alongside.conversations.place;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores places that are kept while a member chooses. A hold counts among the taken places of its slot for as long as
 * its row exists. A caller who deletes the row, with the slot's row locked, gives the place back or turns it into a
 * booking.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Holds {

    private final CouncilSql sql;

    Holds(CouncilSql sql) {
        this.sql = sql;
    }

    void insert(Hold hold) {
        sql.sql("""
                        insert into app.hold (tenant_id, id, slot_id, member_id, expires_at)
                        values (:council, :id, :slot, :member, :expires)""")
                .param("id", hold.id().value())
                .param("slot", hold.slot().value())
                .param("member", hold.member())
                .param("expires", at(hold.expiresAt()))
                .update();
    }

    Optional<Hold> find(HoldId id, UUID member) {
        return sql.sql("""
                        select h.id, h.slot_id, h.member_id, h.expires_at from app.hold h
                        where h.tenant_id = :council and h.id = :id and h.member_id = :member""")
                .param("id", id.value())
                .param("member", member)
                .query((row, _) -> new Hold(
                        new HoldId(row.getObject("id", UUID.class)),
                        new SlotId(row.getObject("slot_id", UUID.class)),
                        row.getObject("member_id", UUID.class),
                        instant(row, "expires_at")))
                .optional();
    }

    /** Deletes the hold, and returns whether it existed, belonged to the member and had not expired. */
    boolean consume(HoldId id, SlotId slot, UUID member, Instant now) {
        return sql.sql("""
                                delete from app.hold h
                                where h.tenant_id = :council and h.id = :id and h.slot_id = :slot
                                  and h.member_id = :member and h.expires_at > :now""")
                        .param("id", id.value())
                        .param("slot", slot.value())
                        .param("member", member)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean anyOf(SlotId slot, UUID member, Instant now) {
        return sql.sql("""
                        select exists (select from app.hold h
                                       where h.tenant_id = :council and h.slot_id = :slot and h.member_id = :member
                                         and h.expires_at > :now)""")
                .param("slot", slot.value())
                .param("member", member)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    /** Deletes one of the holds that the member has on the slot, and returns whether there was one. */
    boolean consumeAny(SlotId slot, UUID member, Instant now) {
        return sql.sql("""
                                delete from app.hold h
                                where h.tenant_id = :council and h.id =
                                      (select o.id from app.hold o
                                       where o.tenant_id = :council and o.slot_id = :slot and o.member_id = :member
                                         and o.expires_at > :now
                                       order by o.expires_at, o.id limit 1)""")
                        .param("slot", slot.value())
                        .param("member", member)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean delete(HoldId id) {
        return sql.sql("delete from app.hold h where h.tenant_id = :council and h.id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    int deleteExpired(SlotId slot, Instant now) {
        return sql.sql("""
                        delete from app.hold h
                        where h.tenant_id = :council and h.slot_id = :slot and h.expires_at <= :now""").param("slot", slot.value()).param("now", at(now)).update();
    }

    /** Deletes the holds on these slots, and returns how many places of each were held. */
    Map<SlotId, Integer> deleteAll(Collection<SlotId> slots) {
        return count(slots, """
                delete from app.hold h
                where h.tenant_id = :council and h.slot_id in (:slots)
                returning h.slot_id""");
    }

    /**
     * The held places of some slots, by slot.
     *
     * @param all how many places of the slot are held
     * @param own how many of those the caller holds
     */
    public record Held(Map<SlotId, Integer> all, Map<SlotId, Integer> own) {}

    /** Counts the held places of each of these slots. */
    public Held count(Collection<SlotId> slots) {
        var held = new Held(new HashMap<>(), new HashMap<>());
        if (slots.isEmpty()) {
            return held;
        }
        sql.sql("""
                        select h.slot_id, h.member_id = :member as own from app.hold h
                        where h.tenant_id = :council and h.slot_id in (:slots)""")
                .param("member", Caller.current().member().value())
                .param("slots", slots.stream().map(SlotId::value).toList())
                .query(row -> {
                    var slot = new SlotId(row.getObject("slot_id", UUID.class));
                    held.all().merge(slot, 1, Integer::sum);
                    held.own().merge(slot, row.getBoolean("own") ? 1 : 0, Integer::sum);
                });
        return held;
    }

    /**
     * Counts the places that the caller holds, by slot. The caller can book each of them: an expired hold that still
     * exists gives its place back first.
     */
    public Map<SlotId, Integer> countOwn() {
        return count(sql.sql("""
                        select h.slot_id from app.hold h
                        where h.tenant_id = :council and h.member_id = :member""").param("member", Caller.current().member().value()));
    }

    private Map<SlotId, Integer> count(Collection<SlotId> slots, String each) {
        return slots.isEmpty()
                ? Map.of()
                : count(sql.sql(each)
                        .param("slots", slots.stream().map(SlotId::value).toList()));
    }

    private static Map<SlotId, Integer> count(StatementSpec each) {
        var counts = new LinkedHashMap<SlotId, Integer>();
        each.query(UUID.class).list().stream()
                .sorted()
                .forEach(slot -> counts.merge(new SlotId(slot), 1, Integer::sum));
        return counts;
    }

    boolean anyExpired(SlotId slot, Instant now) {
        return sql.sql("""
                        select exists (select from app.hold h
                                       where h.tenant_id = :council and h.slot_id = :slot and h.expires_at <= :now)""")
                .param("slot", slot.value())
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    /** Lists the slots with expired holds, in the order in which slots are locked. */
    List<SlotId> slotsWithExpired(Instant now) {
        return sql.sql("""
                        select distinct h.slot_id from app.hold h
                        where h.tenant_id = :council and h.expires_at <= :now
                        order by h.slot_id""")
                .param("now", at(now))
                .query((row, _) -> new SlotId(row.getObject("slot_id", UUID.class)))
                .list();
    }
}
