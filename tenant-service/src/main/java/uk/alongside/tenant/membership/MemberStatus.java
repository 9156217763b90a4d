package uk.alongside.tenant.membership;

import uk.alongside.foundation.text.EnumWords;

/** The status that decides whether a member may act at all. No member is deleted, so that past changes keep a name. */
public enum MemberStatus {
    ACTIVE,
    SUSPENDED;

    /** Returns the word in the database. */
    String word() {
        return EnumWords.of(this);
    }

    static MemberStatus of(String word) {
        return EnumWords.find(MemberStatus.class, word);
    }
}
