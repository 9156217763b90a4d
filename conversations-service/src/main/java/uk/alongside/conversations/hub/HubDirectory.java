package uk.alongside.conversations.hub;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other features may ask about hubs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HubDirectory {

    private final Hubs hubs;

    HubDirectory(Hubs hubs) {
        this.hubs = hubs;
    }

    public Optional<HubName> find(UUID hub) {
        return hubs.findById(hub).map(HubDirectory::name);
    }

    /** Also makes others who plan at this hub wait, so that each sees what the one before has planned. */
    public Optional<HubName> findForPlanning(UUID hub) {
        return hubs.findForPlanning(hub).map(HubDirectory::name);
    }

    private static HubName name(Hub hub) {
        return new HubName(hub.id(), hub.name());
    }
}
