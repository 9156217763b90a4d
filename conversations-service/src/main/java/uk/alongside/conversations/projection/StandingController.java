package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubSessions;
import uk.alongside.foundation.wall.CouncilContext;

/** For tenant-service only, before a council goes live: whether residents would find anything. */
@Hidden
@RestController
class StandingController {

    private final JdbcClient jdbc;
    private final HubSessions sessions;
    private final TransactionOperations transactions;

    StandingController(JdbcClient jdbc, HubSessions sessions, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Whether there is a hub, and a session that is still to come. */
    record Standing(boolean hubs, boolean sessions) {}

    @GetMapping("/internal/councils/{councilId}/standing")
    @PreAuthorize("hasAuthority('internal:project')")
    Standing standing(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, () -> transactions.execute(_ -> standing()));
    }

    private Standing standing() {
        var hubs = jdbc.sql("select exists (select from app.hub where tenant_id = :council)")
                .param("council", CouncilContext.council())
                .query(Boolean.class)
                .single();
        return new Standing(hubs, sessions.anyToCome());
    }
}
