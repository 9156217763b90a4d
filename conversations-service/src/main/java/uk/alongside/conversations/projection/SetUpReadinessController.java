package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.session.SessionsAtHub;
import uk.alongside.foundation.wall.CouncilContext;

/** Tells tenant-service, before a council goes live, whether residents would find a hub and a session. */
@Hidden
@RestController
class SetUpReadinessController {

    private final HubDirectory hubs;
    private final SessionsAtHub sessions;
    private final TransactionOperations transactions;

    SetUpReadinessController(HubDirectory hubs, SessionsAtHub sessions, TransactionOperations transactions) {
        this.hubs = hubs;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Says whether the council has a hub, and whether it has a future session. */
    record SetUpReadiness(boolean hubs, boolean sessions) {}

    @GetMapping("/internal/councils/{councilId}/set-up-readiness")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    SetUpReadiness readiness(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, () -> transactions.execute(_ -> readiness()));
    }

    private SetUpReadiness readiness() {
        return new SetUpReadiness(hubs.anyExist(), sessions.anyToCome());
    }
}
