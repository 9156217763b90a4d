package uk.alongside.conversations.hub;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** A feature that makes a hub easier to visit. */
enum AccessFeature {
    STEP_FREE,
    HEARING_LOOP,
    PARKING,
    ACCESSIBLE_TOILET,
    QUIET_ROOM,
    BUS_STOP;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static AccessFeature of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such feature."));
    }
}
