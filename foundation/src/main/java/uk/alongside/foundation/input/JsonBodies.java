package uk.alongside.foundation.input;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that is declared as {@code application/json}, and no other type that is built on JSON. */
final class JsonBodies extends JacksonJsonHttpMessageConverter {

    JsonBodies(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType declared) {
        return (declared == null || declared.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                && super.canRead(type, declared);
    }
}
