package uk.alongside.conversations.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;

/** A community asset as an answer shows it. */
@Schema(name = "Asset")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssetView(
        AssetId id,
        AssetDetails details,

        @Nullable @Schema(description = "The name of the hub that is near")
        String hubName,

        @Schema(description = "Whether it is on the list, so that staff find it")
        boolean active,

        @Schema(description = "The version to send in If-Match")
        long version) {

    static AssetView of(Asset asset, Map<HubId, String> hubs) {
        var hub = asset.details().hubId();
        return new AssetView(
                asset.id(), asset.details(), hub == null ? null : hubs.get(hub), asset.active(), asset.version());
    }
}
