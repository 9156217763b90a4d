package uk.alongside.conversations.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.asset.AssetRefusal.AssetExists;
import uk.alongside.conversations.asset.AssetRefusal.CheckedLater;
import uk.alongside.conversations.asset.AssetRefusal.StaleAsset;
import uk.alongside.conversations.asset.AssetRefusal.StartsLikeFormula;
import uk.alongside.conversations.asset.AssetRefusal.WebsiteUnusable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Community Assets")
class AssetController {

    private final AssetService assets;

    AssetController(AssetService assets) {
        this.assets = assets;
    }

    @Schema(name = "AssetUpdate")
    record Change(
            @NotNull @Valid AssetDetails details,

            @Schema(description = "False takes the asset off the list, true puts it back")
            boolean active) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssetList(List<AssetView> items, @Nullable AssetId next) {}

    @GetMapping("/api/assets")
    @Operation(
            operationId = "listAssets",
            summary = "List the community assets by name, or those that match best first",
            description = "A page has at most 50 assets. A search finds at most 200.")
    @PreAuthorize("hasAuthority('asset:read')")
    AssetList list(
            @Parameter(
                            description =
                                    "Two letters or more of words of the name, of what it offers or of where it is",
                            example = "knit")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @TypedText(TextKind.LINE)
                    String search,
            @RequestParam(defaultValue = "true") @Schema(description = "False lists those that were taken off the list")
                    boolean active,
            @RequestParam(required = false) @Nullable AssetId after) {
        var page = assets.list(search, active, after);
        return new AssetList(page.items(), page.next());
    }

    @PostMapping("/api/assets")
    @Operation(operationId = "createAsset", summary = "Put a community asset on the list")
    @PreAuthorize("hasAuthority('asset:write')")
    @Answers({NotFound.class, WebsiteUnusable.class, CheckedLater.class, StartsLikeFormula.class, AssetExists.class})
    Created<AssetView> create(@IdempotencyKey String key, @Valid @RequestBody AssetDetails request) {
        var asset = assets.add(request, key);
        return new Created<>("/api/assets/" + asset.id().value(), asset, asset.version());
    }

    @GetMapping("/api/assets/{assetId}")
    @Operation(operationId = "getAsset", summary = "Get a community asset")
    @PreAuthorize("hasAuthority('asset:read')")
    @Answers(NotFound.class)
    Versioned<AssetView> get(@PathVariable AssetId assetId) {
        var asset = assets.find(assetId);
        return new Versioned<>(asset, asset.version());
    }

    @PutMapping("/api/assets/{assetId}")
    @Operation(operationId = "updateAsset", summary = "Change a community asset, take it off the list, or put it back")
    @PreAuthorize("hasAuthority('asset:write')")
    @Answers({
        NotFound.class,
        WebsiteUnusable.class,
        CheckedLater.class,
        StartsLikeFormula.class,
        AssetExists.class,
        StaleAsset.class
    })
    Versioned<AssetView> update(
            @PathVariable AssetId assetId, @IfMatch long version, @Valid @RequestBody Change request) {
        var asset = assets.change(assetId, version, request.details(), request.active());
        return new Versioned<>(asset, asset.version());
    }
}
