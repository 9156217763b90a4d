package uk.alongside.tenant.council;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a council stands between its founding and its residents. */
public enum CouncilStatus {
    SETTING_UP("setting-up"),
    ASKED_TO_GO_LIVE("asked-to-go-live"),
    LIVE("live");

    private final String word;

    CouncilStatus(String word) {
        this.word = word;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    static CouncilStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The same for those to whom only this matters: nobody is invited before a council is live. */
    boolean isLive() {
        return this == LIVE;
    }
}
