package uk.alongside.tenant.blueprint;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.blueprint.Blueprint.Element;

/**
 * A council's decision on one element.
 *
 * @param ours the content that the council uses; null if the council left this element out
 * @param offered the content that was on offer at the decision; null if the element had gone
 * @param decidedIn the version on which the council decided
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
        MemberId decidedBy,
        Instant decidedAt) {

    enum Decision {
        TOOK,
        KEPT
    }

    /** The author, time, content and reason of a decision. */
    record Deed(Decision decision, String version, @Nullable String note, MemberId by, Instant at) {}

    /** Makes the first decision on an element, which came with its part or was new in a later version. */
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

    /**
     * Makes the next decision: to take the present offer, even if it is empty, or to keep the council's own content.
     */
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

    /** Returns whether the present offer differs from the offer at the time of this decision. */
    boolean isOvertakenBy(@Nullable Element now) {
        return !Objects.equals(offered, now == null ? null : now.value());
    }

    boolean inUse() {
        return ours != null;
    }
}
