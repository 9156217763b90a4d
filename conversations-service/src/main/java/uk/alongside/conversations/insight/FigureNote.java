package uk.alongside.conversations.insight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;

/**
 * A note that a lead pins to a day of a figure, such as the opening of a hub.
 *
 * @param changed the last change; null if there is none
 */
record FigureNote(
        FigureNoteId id,
        Figure figure,
        long version,
        Content content,
        Change written,
        @Nullable Change changed) {

    /**
     * The content that a lead writes.
     *
     * @param words without names of people
     * @param rebases whether the run chart has new limits from the month of this day on; the words are the reason
     */
    record Content(LocalDate day, String words, boolean rebases) {}

    /** The time of a change and the member who made it. */
    record Change(Instant at, MemberId by) {}
}
