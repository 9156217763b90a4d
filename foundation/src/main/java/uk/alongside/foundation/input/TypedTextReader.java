package uk.alongside.foundation.input;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/**
 * Tidies the texts of a JSON body that are marked with {@link TypedText}; the constraint judges them afterwards. A text
 * without any visible character becomes null, so that an empty box in a form and a box that was left out are the same.
 * JSON of other sources is read with the same mapper, so a text without the mark is read as it is.
 */
final class TypedTextReader extends ValueDeserializer<String> {

    private final Optional<TextKind> kind;

    TypedTextReader() {
        this(Optional.empty());
    }

    private TypedTextReader(Optional<TextKind> kind) {
        this.kind = kind;
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(json, context);
        return kind.isPresent() ? kind.get().tidyOrNull(text) : text;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property == null ? this : new TypedTextReader(kind(property));
    }

    private static Optional<TextKind> kind(BeanProperty property) {
        var marked = property.getAnnotation(TypedText.class);
        return marked != null
                ? Optional.of(marked.value())
                : type(property.getMember()).flatMap(TypedTextReader::kindOfElements);
    }

    /** Returns the type as it is written, with the annotations of its arguments, which Jackson does not keep. */
    private static Optional<AnnotatedType> type(@Nullable AnnotatedMember member) {
        return switch (member) {
            case AnnotatedParameter parameter
            when parameter.getOwner().getAnnotated() instanceof Executable owner ->
                Optional.of(owner.getAnnotatedParameterTypes()[parameter.getIndex()]);
            case null -> Optional.empty();
            default -> Optional.ofNullable(member.getAnnotated()).flatMap(TypedTextReader::type);
        };
    }

    private static Optional<AnnotatedType> type(AnnotatedElement element) {
        return switch (element) {
            case Field field -> Optional.of(field.getAnnotatedType());
            case Parameter parameter -> Optional.of(parameter.getAnnotatedType());
            default -> Optional.empty();
        };
    }

    private static Optional<TextKind> kindOfElements(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType container) {
            for (var argument : container.getAnnotatedActualTypeArguments()) {
                var marked = argument.getAnnotation(TypedText.class);
                if (marked != null) {
                    return Optional.of(marked.value());
                }
            }
        }
        return Optional.empty();
    }

    /** Tidies a parameter of an address that is marked with {@link TypedText}. */
    static final class InAddresses implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, String.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.hasAnnotation(TypedText.class);
        }

        @Override
        public @Nullable Object convert(@Nullable Object text, TypeDescriptor source, TypeDescriptor target) {
            var marked = Objects.requireNonNull(target.getAnnotation(TypedText.class));
            return text == null ? null : marked.value().tidy((String) text);
        }
    }
}
