package uk.alongside.tenant.support;

import java.util.List;
import uk.alongside.foundation.text.EnumWords;

/** The progress of a support grant. */
enum SupportStatus {
    ASKED,
    APPROVED,
    DECLINED,
    ENDED,
    /** The hours are over. The row holds this status once the task has removed the access; the clock decides earlier. */
    EXPIRED;

    /** The statuses of which an operator has at most one grant in a council. */
    static final List<String> OPEN = List.of(ASKED.word(), APPROVED.word());

    /** Returns the word in the database. */
    String word() {
        return EnumWords.of(this);
    }

    static SupportStatus of(String word) {
        return EnumWords.find(SupportStatus.class, word);
    }
}
