package uk.alongside.conversations.attendance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.page.Page;

/** A page of the corrections of a booking or a walk-in, in an answer. */
@Schema(name = "Corrections")
public record CorrectionList(
        List<CorrectionView> items,

        @Nullable @Schema(description = "Give this as after, to get the next page; absent on the last page")
        CorrectionId next) {

    /** A correction in an answer. */
    @Schema(name = "Correction")
    public record CorrectionView(
            CorrectionId id,
            Recorded from,
            Recorded to,

            @Schema(description = "The words of the member who made the correction")
            String reason,

            Instant correctedAt,

            @Nullable @Schema(description = "The member of staff who made the correction")
            String correctedByName) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "CorrectionView[id=" + id + "]";
        }
    }

    /** Returns the page with the names of the members who made the corrections. */
    static CorrectionList of(Page<Correction, CorrectionId> page, Map<UUID, String> members) {
        return new CorrectionList(
                page.items().stream()
                        .map(each -> new CorrectionView(
                                each.id(),
                                each.from(),
                                each.to(),
                                each.reason(),
                                each.at(),
                                members.get(each.by().value())))
                        .toList(),
                page.next());
    }
}
