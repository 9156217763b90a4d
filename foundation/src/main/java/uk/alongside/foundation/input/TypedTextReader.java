package uk.alongside.foundation.input;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import uk.alongside.foundation.text.Printable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/**
 * Tidies and judges every text in a JSON body. It is one line of text, unless {@link TypedText} marks the property or its
 * elements as another kind. Text without any visible character becomes null, so that an empty box in a form and a box
 * that was left out are the same.
 */
final class TypedTextReader extends ValueDeserializer<String> {

    private final TextKind kind;

    /** Whether a {@link Printable} constraint judges the text later, together with the other fields of its form. */
    private final boolean judgedLater;

    TypedTextReader() {
        this(TextKind.LINE, false);
    }

    private TypedTextReader(TextKind kind, boolean judgedLater) {
        this.kind = kind;
        this.judgedLater = judgedLater;
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(json, context);
        var tidy = kind.tidyOrNull(text);
        return tidy == null || judgedLater || kind.accepts(tidy)
                ? tidy
                : (String) context.handleWeirdStringValue(String.class, "", "a character that cannot be printed");
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property == null
                ? this
                : new TypedTextReader(
                        kind(property).orElse(TextKind.LINE), property.getAnnotation(Printable.class) != null);
    }

    private static Optional<TextKind> kind(BeanProperty property) {
        var declared = property.getAnnotation(TypedText.class);
        if (declared != null) {
            return Optional.of(declared.value());
        }
        var printable = property.getAnnotation(Printable.class);
        return printable != null && printable.lines()
                ? Optional.of(TextKind.TEXT)
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

    /** Tidies and judges a parameter of an address or a form that is marked with {@link TypedText}. */
    static final class InAddresses implements AnnotationFormatterFactory<TypedText> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(String.class);
        }

        @Override
        public Printer<?> getPrinter(TypedText text, Class<?> type) {
            return (Printer<String>) (value, _) -> value;
        }

        @Override
        public Parser<?> getParser(TypedText text, Class<?> type) {
            return (Parser<String>) (value, _) -> {
                var tidy = text.value().tidy(value);
                if (!text.value().accepts(tidy)) {
                    throw new IllegalArgumentException("The text has a character that cannot be printed.");
                }
                return tidy;
            };
        }
    }
}
