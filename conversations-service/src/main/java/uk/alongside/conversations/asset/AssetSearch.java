package uk.alongside.conversations.asset;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.namesearch.Folding;
import uk.alongside.conversations.namesearch.NameTerms;

/** Finds community assets by what a member of staff typed: parts of words, also with a slip in a word of the name. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AssetSearch {

    /** The number of exact matches from which mistyped names are no longer searched for. */
    private static final int ENOUGH = 10;

    private static final int MOST = 200;

    private final Assets assets;

    AssetSearch(Assets assets) {
        this.assets = assets;
    }

    /** Returns the assets that match, the nearest names first. */
    List<Asset> find(String typed, boolean active) {
        var words = Folding.words(typed);
        if (!NameTerms.areEnough(words)) {
            return List.of();
        }
        var found = new LinkedHashSet<>(assets.find(NameTerms.exact(words), active, MOST));
        if (found.size() < ENOUGH) {
            found.addAll(assets.find(NameTerms.nearly(words), active, MOST));
        }
        return assets.find(found).stream()
                .sorted(Comparator.comparingInt((Asset asset) ->
                                NameTerms.distance(asset.details().name(), words))
                        .thenComparing(asset -> asset.details().key()))
                .limit(MOST)
                .toList();
    }
}
