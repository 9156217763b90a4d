package uk.alongside.foundation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A day in a request is written like 2026-11-02, and near enough for everything to count on from it: a year of five
 * digits ends in an overflow here, or in one of the database. What is too long ago or too far ahead is for features to
 * say.
 */
final class Days {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    private static LocalDate read(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year is out of reach.");
        }
        return day;
    }

    /** In a path or a query; nothing where it is left empty. */
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
