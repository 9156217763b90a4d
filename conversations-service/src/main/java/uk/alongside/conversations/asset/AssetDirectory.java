package uk.alongside.conversations.asset;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers other features' questions about community assets. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AssetDirectory {

    private final Assets assets;

    AssetDirectory(Assets assets) {
        this.assets = assets;
    }

    public Optional<AssetName> find(AssetId id) {
        return assets.find(id)
                .map(asset -> new AssetName(asset.id(), asset.details().name()));
    }

    /** Returns the telephone number that the list has, unless the asset was taken off it. */
    public Optional<String> telephone(AssetId id) {
        return assets.find(id)
                .filter(Asset::active)
                .map(asset -> asset.details().telephone());
    }

    /** Returns those of these hubs that are near an asset. */
    public Set<UUID> findHubsWithAny(Collection<UUID> hubs) {
        return assets.findHubsWithAny(hubs);
    }
}
