package uk.alongside.conversations.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** A need that a person has in order to take part. The words are part of the API. */
public enum Need {
    STEP_FREE,
    HEARING_LOOP,
    BSL,
    INTERPRETER,
    SOMEONE_WITH_ME,
    QUIET_ROOM,
    LARGE_PRINT,
    HOME_VISIT;

    /** Returns the word for this need in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Need of(String word) {
        return Arrays.stream(values())
                .filter(need -> need.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such need."));
    }
}
