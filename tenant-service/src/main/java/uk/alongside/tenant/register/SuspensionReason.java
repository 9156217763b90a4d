package uk.alongside.tenant.register;

import uk.alongside.foundation.text.EnumWords;

/** The reasons for which an operator suspends a council. */
public enum SuspensionReason {
    CONTRACT_ENDED,
    INCIDENT,
    ASKED_BY_COUNCIL;

    /** Returns the word for this reason in the database. */
    public String word() {
        return EnumWords.of(this);
    }

    /** Returns the reason with this word. */
    public static SuspensionReason of(String word) {
        return EnumWords.find(SuspensionReason.class, word);
    }
}
