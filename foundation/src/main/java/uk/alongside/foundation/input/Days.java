package uk.alongside.foundation.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads dates such as 2026-11-02 from requests, within a range that later arithmetic cannot overflow. Each feature
 * decides which dates within this range are too early or too late.
 */
final class Days {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    private static LocalDate read(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year is out of range.");
        }
        return day;
    }

    /** Reads a date in a path or a query; empty text means no date. */
    static final class InAddresses implements Converter<String, @Nullable LocalDate> {

        @Override
        public @Nullable LocalDate convert(String text) {
            return text.isEmpty() ? null : read(text);
        }
    }

    static final class InBodies extends ValueDeserializer<LocalDate> {

        @Override
        public @Nullable LocalDate deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString("");
            try {
                return read(text);
            } catch (DateTimeException _) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day like 2026-11-02");
            }
        }
    }
}
