package uk.alongside.conversations.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.place.Hold;
import uk.alongside.conversations.walkin.WalkIn;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Checks each night, council by council, that no slot is overbooked, that each slot's count matches its bookings and
 * holds, and that no hold outlives its time. The check should never find an error. If it finds one, it reports the
 * error in the log and in the health of every replica, with ids only.
 */
@Component
public class CapacityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CapacityCheck.class);

    private static final Duration HOLDS_ARE_GONE_AFTER = Hold.LASTS.plusHours(1);

    private final CouncilSql sql;
    private final IdempotentRequests requests;
    private final WalkIns walkIns;
    private final CapacityFindings findings;
    private final Clock clock;

    CapacityCheck(
            CouncilSql sql, IdempotentRequests requests, WalkIns walkIns, CapacityFindings findings, Clock clock) {
        this.walkIns = walkIns;
        this.findings = findings;
        this.clock = clock;
        this.sql = sql;
        this.requests = requests;
    }

    /**
     * Checks the slots of the current council, deletes its old idempotency keys and marks walk-ins still waiting from
     * earlier days as left.
     */
    @Transactional(timeout = 120)
    public List<UUID> run() {
        requests.forgetOld();
        walkIns.changeAllBefore(LocalDate.now(clock), WalkIn.Status.WAITING, WalkIn.Status.LEFT);
        // All slots are counted in one query: in a subquery for each slot, the fence would check the context each time.
        var wrong = sql.sql("""
                        select s.id
                        from app.v_slot_places s
                        left join (select b.slot_id, count(*) as bookings from app.v_booking_active b
                                   where b.tenant_id = :council
                                   group by b.slot_id) booked on booked.slot_id = s.id
                        left join (select h.slot_id, count(*) as holds, min(h.expires_at) as oldest from app.v_place_holds h
                                   where h.tenant_id = :council
                                   group by h.slot_id) held on held.slot_id = s.id
                        where s.tenant_id = :council
                          and (s.taken > s.places
                               or s.taken <> coalesce(booked.bookings, 0) + coalesce(held.holds, 0)
                               or held.oldest < :longAgo)
                        order by s.id""")
                .param("longAgo", OffsetDateTime.now(clock).minus(HOLDS_ARE_GONE_AFTER))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        findings.keep(wrong.size());
        if (!wrong.isEmpty()) {
            LOG.error("Slots of council {} that do not count what is booked: {}", CouncilContext.council(), wrong);
        }
        return wrong;
    }
}
