package uk.alongside.foundation.input;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import uk.alongside.foundation.id.Id;
import uk.alongside.foundation.id.Ids;
import uk.alongside.foundation.text.EnumWords;

/**
 * Reads and writes typed ids and enum constants in JSON and in addresses: ids as UUIDs, constants as words in kebab
 * case.
 */
final class IdsAndEnums {

    private IdsAndEnums() {}

    static JacksonModule inBodies() {
        return new SimpleModule("ids-and-enums") {
            private static final long serialVersionUID = 1;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new KebabCaseEnums());
                context.addDeserializers(new IdDeserializers());
            }
        }.addSerializer(new IdSerializer());
    }

    /** Reads an id in a path or a query. */
    static final class IdsInAddresses implements ConverterFactory<String, Id> {

        @Override
        public <I extends Id> Converter<String, I> getConverter(Class<I> type) {
            return text -> Ids.parse(type, text);
        }
    }

    /** Reads an enum constant in a path or a query; empty text means no constant. */
    @SuppressWarnings("rawtypes")
    static final class EnumsInAddresses implements ConverterFactory<String, Enum> {

        @Override
        @SuppressWarnings("unchecked")
        public <E extends Enum> Converter<String, @Nullable E> getConverter(Class<E> type) {
            return text -> {
                if (text.isEmpty()) {
                    return null;
                }
                return (E)
                        (EnumWords.writes(type)
                                ? EnumWords.find((Class) type, text)
                                : Enum.valueOf((Class) type, text));
            };
        }
    }

    private static final class KebabCaseEnums extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        @SuppressWarnings("NullAway") // Jackson documents only in prose that the array of names may hold null.
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            boolean asWords = EnumWords.writes(type.getRawType());
            for (int i = 0; asWords && i < constants.length; i++) {
                if (names[i] == null) {
                    names[i] = EnumWords.of(constants[i]);
                }
            }
            return names;
        }
    }

    private static final class IdSerializer extends StdSerializer<Id> {

        IdSerializer() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class IdDeserializers extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return hasDeserializerFor(config, type.getRawClass())
                    ? new IdDeserializer<>(type.getRawClass().asSubclass(Id.class))
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Id.class.isAssignableFrom(type) && type != Id.class;
        }
    }

    private static final class IdDeserializer<I extends Id> extends ValueDeserializer<I> {

        private final Class<I> type;

        IdDeserializer(Class<I> type) {
            this.type = type;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable I deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString("");
            try {
                return Ids.parse(type, text);
            } catch (IllegalArgumentException _) {
                return (I) context.handleWeirdStringValue(type, text, "not a UUID");
            }
        }
    }
}
