package uk.alongside.conversations.sessionchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.session.SessionPattern;

/**
 * A change of sessions that a member asks for.
 *
 * @param pattern the new pattern; null if the sessions are cancelled
 * @param reason why the sessions, or the bookings without a place, are cancelled
 * @param cancelWhoDoesNotFit whether bookings without a place are cancelled; otherwise the change is rejected
 */
record SessionChange(Scope scope, @Nullable SessionPattern pattern, String reason, boolean cancelWhoDoesNotFit) {

    /**
     * Returns the part of the impact that the request decides, without its choice about bookings that find no place.
     */
    String key() {
        return scope + " " + pattern;
    }

    SessionChange withPattern(SessionPattern resolved) {
        return new SessionChange(scope, resolved, reason, cancelWhoDoesNotFit);
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
