package uk.alongside.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A reader of typed text that keeps one line, without blanks around it and without invisible characters. Text of blanks
 * only becomes null, so that an empty box in a form and a box that was left out are the same.
 */
@JacksonComponent
class TypedText extends StdScalarDeserializer<String> {

    TypedText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var text = json.getValueAsString();
        if (text == null) {
            return (String) context.handleUnexpectedToken(String.class, json);
        }
        var line = text.replaceAll("(?U)[\\s\\p{Cc}\\p{Cs}]+", " ").strip();
        return line.isEmpty() ? null : line;
    }
}
