package uk.alongside.conversations.sessionchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.session.Arrangement;

/**
 * What is to become of sessions.
 *
 * @param arrangement what they are like from now on; null if they are cancelled
 * @param reason why they are cancelled, or why bookings are that fit no more
 * @param cancelWhoDoesNotFit whether bookings for which there is no place any more are cancelled; else it is refused
 */
record SeriesChange(Scope scope, @Nullable Arrangement arrangement, String reason, boolean cancelWhoDoesNotFit) {

    /** The same for everybody who asks for the same, whatever is to become of who does not fit. */
    String mark() {
        return scope + " " + arrangement;
    }

    SeriesChange to(Arrangement found) {
        return new SeriesChange(scope, found, reason, cancelWhoDoesNotFit);
    }

    enum Scope {
        THIS,
        LATER,
        ALL;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Scope of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such scope."));
        }
    }
}
