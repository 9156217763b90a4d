package uk.alongside.conversations.communication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;

/**
 * The format of a person's letters, and the day of the next review.
 *
 * @param letterFormat null if no member has asked the person yet
 * @param changed the last change; null if there was none
 */
record Communication(
        PersonId person,
        long version,
        @Nullable LetterFormat letterFormat,
        @Nullable LocalDate reviewOn,
        @Nullable Change changed) {

    /** The formats of letters. The first two are printed; the others are produced outside the product. */
    enum LetterFormat {
        STANDARD,
        LARGE_PRINT,
        EASY_READ,
        AUDIO,
        BRAILLE,
        BSL_VIDEO,
        EMAIL
    }

    record Change(Instant at, MemberId by) {}

    static Communication unknown(PersonId person) {
        return new Communication(person, 0, null, null, null);
    }

    boolean isOverdue(LocalDate today) {
        return reviewOn != null && reviewOn.isBefore(today);
    }
}
