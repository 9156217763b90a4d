package uk.alongside.conversations.hub;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;

/** A hub as an answer shows it. */
@Schema(name = "Hub")
record HubView(
        HubId id,
        String name,
        List<String> address,
        String postcode,
        @Nullable String uprn,
        @Nullable String coLocatedWith,
        List<String> coLocated,
        @Nullable String website,
        @Nullable String directions,
        boolean dropIn,
        List<AccessFeature> accessFeatures,
        List<Opening> openingHours,
        List<HubRoom> rooms,
        List<HubClosure> closures) {

    static HubView of(HubWhole whole) {
        var hub = whole.hub();
        var details = hub.details();
        return new HubView(
                new HubId(hub.id()),
                details.name(),
                details.address(),
                details.postcode(),
                details.uprn(),
                hub.coLocated().isEmpty() ? null : String.join(", ", hub.coLocated()),
                hub.coLocated(),
                details.website(),
                hub.directions(),
                hub.isDropIn(),
                hub.accessFeatures(),
                details.openingHours().openings(),
                whole.rooms(),
                whole.closures());
    }
}
