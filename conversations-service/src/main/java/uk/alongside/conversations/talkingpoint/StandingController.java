package uk.alongside.conversations.talkingpoint;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.CouncilContext;

/** For tenant-service only, before a council goes live: whether residents would find anything. */
@Hidden
@RestController
class StandingController {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    StandingController(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is a hub, and a session that is still to come. */
    record Standing(boolean hubs, boolean sessions) {}

    @GetMapping("/internal/councils/{councilId}/standing")
    @PreAuthorize("hasAuthority('internal:project')")
    Standing standing(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, () -> transactions.execute(_ -> standing()));
    }

    private Standing standing() {
        return jdbc.sql("""
                        select exists (select from app.hub h where h.tenant_id = :council) as hubs,
                               exists (select from app.session s where s.tenant_id = :council
                                         and s.status = 'PLANNED' and s.ends_at > :now) as sessions""")
                .param("council", CouncilContext.council())
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> new Standing(row.getBoolean("hubs"), row.getBoolean("sessions")))
                .single();
    }
}
