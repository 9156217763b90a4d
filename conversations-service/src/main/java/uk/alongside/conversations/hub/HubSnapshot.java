package uk.alongside.conversations.hub;

import java.util.List;

/** Everything that an import changes of a hub, kept so that the import can be undone. */
public record HubSnapshot(HubDetails details, List<String> coLocated) {

    public HubSnapshot {
        coLocated = List.copyOf(coLocated);
    }
}
