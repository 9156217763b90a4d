package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.session.SessionsAtHub;

/** Finds out what residents would find if the council were live. */
@Service
class ReadinessService {

    private final HubDirectory hubs;
    private final SessionsAtHub sessions;

    ReadinessService(HubDirectory hubs, SessionsAtHub sessions) {
        this.hubs = hubs;
        this.sessions = sessions;
    }

    /** Says how many hubs the council has, and whether it has a future session. */
    record Readiness(
            @Schema(description = "How many hubs the council has")
            int hubs,

            @Schema(description = "True if a session at any hub is not over")
            boolean sessions) {}

    @Transactional(readOnly = true)
    Readiness get() {
        return new Readiness(hubs.count(), sessions.anyToCome());
    }
}
