package uk.alongside.tenant.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status that decides whether a member may act at all. No member is deleted, so that past changes keep a name. */
public enum MemberStatus {
    ACTIVE,
    SUSPENDED;

    /** Returns the word in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static MemberStatus of(String word) {
        for (var status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException("No such status.");
    }
}
