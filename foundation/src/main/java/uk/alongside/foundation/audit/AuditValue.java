package uk.alongside.foundation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A value that an event keeps, such as a setting before and after a change. It is never personal data, because an event
 * is never deleted. A setting whose values may be personal data has only its name.
 *
 * @param name a word such as {@code postcode}
 * @param from the value before the change; null if there was none
 * @param to the value after the change; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditValue(
        String name, @Nullable String from, @Nullable String to) {

    /** The most characters that an event keeps of one value. */
    static final int LONGEST = 200;

    public AuditValue {
        from = shortened(from);
        to = shortened(to);
    }

    private static @Nullable String shortened(@Nullable String value) {
        if (value == null || value.codePointCount(0, value.length()) <= LONGEST) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
