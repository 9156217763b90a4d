package uk.alongside.tenant.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The nation whose bank holidays and language duties apply to a council. */
enum Nation {
    ENGLAND("england"),
    WALES("wales"),
    SCOTLAND("scotland");

    private final String word;

    Nation(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    static Nation of(String word) {
        return Arrays.stream(values())
                .filter(nation -> nation.word.equals(word))
                .findFirst()
                .orElseThrow();
    }
}
