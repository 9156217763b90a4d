package uk.alongside.conversations.sheet;

import java.time.Instant;
import java.util.UUID;
import uk.alongside.foundation.id.MemberId;

/**
 * A correction that a lead asked for: a sealed sheet is counted and blurred again.
 *
 * @param corrected the sheet that is drawn again
 * @param reason why, without names of people
 */
record SheetCorrection(UUID id, SheetKey corrected, String reason, Instant askedAt, MemberId askedBy) {

    int year() {
        return corrected.period().ledgerYear();
    }
}
