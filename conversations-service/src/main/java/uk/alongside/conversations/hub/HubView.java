package uk.alongside.conversations.hub;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hub in an answer. */
record HubView(
        UUID id,
        String name,
        List<String> address,
        String postcode,
        @Nullable String uprn,
        @Nullable String coLocatedWith,
        @Nullable String website,
        List<Opening> openingHours) {

    static HubView of(Hub hub) {
        var details = hub.details();
        return new HubView(
                hub.id(),
                details.name(),
                details.address(),
                details.postcode(),
                details.uprn(),
                details.coLocatedWith(),
                details.website(),
                details.openingHours().openings());
    }
}
