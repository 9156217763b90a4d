package uk.alongside.tenant.blueprint;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.blueprint.Blueprint.Element;

/**
 * What a council has decided on one element.
 *
 * @param ours what the council goes by; nothing if it left this out
 * @param offered what was on offer when it decided; nothing if the element had gone
 * @param decidedIn the version it decided on
 */
record OwnElement(
        String element,
        String part,
        String title,
        @Nullable Map<String, Object> ours,
        @Nullable Map<String, Object> offered,
        String decidedIn,
        Decision decision,
        @Nullable String note,
        UUID decidedBy,
        Instant decidedAt) {

    enum Decision {
        TOOK,
        KEPT
    }

    /** Who decided what, when and why. */
    record Deed(Decision decision, String version, @Nullable String note, UUID by, Instant at) {}

    /** The first decision on an element: adopted with its part, or new in a later version. */
    static OwnElement of(String part, Element offered, Deed deed) {
        return new OwnElement(
                offered.id(),
                part,
                offered.title(),
                deed.decision() == Decision.TOOK ? offered.value() : null,
                offered.value(),
                deed.version(),
                deed.decision(),
                deed.note(),
                deed.by(),
                deed.at());
    }

    /** The next decision: to take what is on offer now, also if that is nothing, or to keep what there is. */
    OwnElement decided(@Nullable Element now, Deed deed) {
        var value = now == null ? null : now.value();
        var taken = deed.decision() == Decision.TOOK;
        return new OwnElement(
                element,
                part,
                taken && now != null ? now.title() : title,
                taken ? value : ours,
                value,
                deed.version(),
                deed.decision(),
                deed.note(),
                deed.by(),
                deed.at());
    }

    /** Whether what is on offer is not what was when this was decided. */
    boolean isOvertakenBy(@Nullable Element now) {
        return !Objects.equals(offered, now == null ? null : now.value());
    }

    boolean inUse() {
        return ours != null;
    }
}
