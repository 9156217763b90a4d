package uk.alongside.tenant.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The stage of a council on its way to its first residents. */
public enum CouncilStatus {
    SETTING_UP("setting-up"),
    ASKED_TO_GO_LIVE("asked-to-go-live"),
    LIVE("live");

    private final String word;

    CouncilStatus(String word) {
        this.word = word;
    }

    /** Returns the word for this stage in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    public static CouncilStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether the council is live. */
    public boolean isLive() {
        return this == LIVE;
    }
}
