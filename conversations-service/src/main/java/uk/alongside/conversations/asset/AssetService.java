package uk.alongside.conversations.asset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.asset.AssetRefusal.AssetExists;
import uk.alongside.conversations.asset.AssetRefusal.CheckedLater;
import uk.alongside.conversations.asset.AssetRefusal.StaleAsset;
import uk.alongside.conversations.asset.AssetRefusal.StartsLikeFormula;
import uk.alongside.conversations.asset.AssetRefusal.WebsiteUnusable;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.TextKind;

/** Keeps the list of community assets, and finds the assets that staff search for. */
@Service
class AssetService {

    static final String KIND = "asset";
    static final int PAGE = 50;

    private final Assets assets;
    private final AssetSearch search;
    private final HubDirectory hubs;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    AssetService(
            Assets assets,
            AssetSearch search,
            HubDirectory hubs,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.assets = assets;
        this.search = search;
        this.hubs = hubs;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lists the assets that match, the nearest names first, or all of them by name if nothing was typed. */
    @Transactional(readOnly = true)
    Page<AssetView, AssetId> list(String typed, boolean active, @Nullable AssetId after) {
        var page = typed.isEmpty()
                ? Page.ofRest(assets.list(active, after, PAGE + 1), Asset::id, PAGE)
                : Page.of(search.find(typed, active), Asset::id, after, PAGE);
        return new Page<>(views(page.items()), page.next());
    }

    @Transactional(readOnly = true)
    AssetView find(AssetId id) {
        return view(assets.find(id).orElseThrow(Refused::notFound));
    }

    @Transactional
    AssetView add(AssetDetails details, String key) {
        return requests.once(
                key,
                "POST /api/assets",
                details,
                fresh -> {
                    refuseUnlessUsable(details);
                    var asset = new Asset(new AssetId(fresh), 0, details, true);
                    refuseSame(asset);
                    assets.insert(List.of(asset));
                    audit.changed(KIND, fresh, "created");
                    return view(asset);
                },
                first -> find(new AssetId(first)));
    }

    /** Changes an asset if its version is still this one. */
    @Transactional
    AssetView change(AssetId id, long version, AssetDetails details, boolean active) {
        refuseUnlessUsable(details);
        refuseSame(new Asset(id, version, details, active));
        var before = assets.findForChange(id).orElseThrow(Refused::notFound);
        if (before.version() != version) {
            throw new StaleAsset(view(before)).refused();
        }
        var after = new Asset(id, version + 1, details, active);
        assets.update(List.of(after));
        audit.changed(KIND, id.value(), what(before, after));
        return view(after);
    }

    private static String what(Asset before, Asset after) {
        if (before.active() == after.active()) {
            return "edited";
        }
        return after.active() ? "put-back" : "taken-off";
    }

    private void refuseUnlessUsable(AssetDetails details) {
        refuseFormula("name", details.name());
        refuseFormula("offers", details.offers());
        refuseFormula("place", details.place());
        var website = details.website();
        if (website != null && !HubDetails.isWebsite(website)) {
            throw new WebsiteUnusable().refused();
        }
        var checkedOn = details.checkedOn();
        if (checkedOn != null && checkedOn.isAfter(LocalDate.now(clock))) {
            throw new CheckedLater().refused();
        }
        var hub = details.hubId();
        if (hub != null && hubs.find(hub).isEmpty()) {
            throw Refused.notFound();
        }
    }

    private static void refuseFormula(String field, @Nullable String text) {
        if (text != null && TextKind.looksLikeFormula(text)) {
            throw new StartsLikeFormula(field).refused();
        }
    }

    /** Rejects a name that another asset has. Two requests that add or import assets at once wait for each other. */
    private void refuseSame(Asset asset) {
        assets.lock();
        assets.findByName(asset.details().key())
                .filter(other -> !other.equals(asset.id()))
                .ifPresent(_ -> {
                    throw new AssetExists().refused();
                });
    }

    private AssetView view(Asset asset) {
        return views(List.of(asset)).getFirst();
    }

    private List<AssetView> views(Collection<Asset> found) {
        var names = hubs.names(found.stream()
                .map(asset -> asset.details().hubId())
                .filter(Objects::nonNull)
                .toList());
        return found.stream().map(asset -> AssetView.of(asset, names)).toList();
    }
}
