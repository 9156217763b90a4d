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

/** For tenant-service only, before a council goes live: whether residents would find anything. */
@Hidden
@RestController
class StandingController {

    private final HubDirectory hubs;
    private final SessionsAtHub sessions;
    private final TransactionOperations transactions;

    StandingController(HubDirectory hubs, SessionsAtHub sessions, TransactionOperations transactions) {
        this.hubs = hubs;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /** Whether there is a hub, and a session that is still to come. */
    record Standing(boolean hubs, boolean sessions) {}

    @GetMapping("/internal/councils/{councilId}/standing")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    Standing standing(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, () -> transactions.execute(_ -> standing()));
    }

    private Standing standing() {
        return new Standing(hubs.anyExist(), sessions.anyToCome());
    }
}
