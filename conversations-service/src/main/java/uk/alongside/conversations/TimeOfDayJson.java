package uk.alongside.conversations;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Reads and writes a time of day in JSON as hours and minutes, as on a poster. Seconds are never sent. */
@JacksonComponent
class TimeOfDayJson {

    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    static class Writer extends ValueSerializer<LocalTime> {

        @Override
        public void serialize(LocalTime time, JsonGenerator json, SerializationContext context) {
            json.writeString(HOURS_AND_MINUTES.format(time));
        }
    }

    static class Reader extends ValueDeserializer<LocalTime> {

        @Override
        public @Nullable LocalTime deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString("");
            try {
                return LocalTime.parse(text, HOURS_AND_MINUTES);
            } catch (DateTimeException _) {
                return (LocalTime) context.handleWeirdStringValue(LocalTime.class, text, "not a time like 09:30");
            }
        }
    }
}
