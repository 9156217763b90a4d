package uk.alongside.tenant.register;

import uk.alongside.foundation.text.EnumWords;

/** The stage of a council on its way to its first residents. */
public enum CouncilStatus {
    SETTING_UP,
    ASKED_TO_GO_LIVE,
    LIVE;

    /** Returns the word for this stage in the database. */
    public String word() {
        return EnumWords.of(this);
    }

    /** Returns the stage with this word. */
    public static CouncilStatus of(String word) {
        return EnumWords.find(CouncilStatus.class, word);
    }

    /** Returns whether the council is live. */
    public boolean isLive() {
        return this == LIVE;
    }
}
