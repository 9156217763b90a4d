package uk.alongside.foundation.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Marks a text that a person types, and says which {@link TextKind kind} it is. Every text of a request is marked: a
 * field of a body, an element of a list in it, and a parameter of an address. The text is tidied when the request is
 * read, so this constraint and every other constraint judge what will be kept. A character that the kind does not accept
 * is answered as an invalid field, together with the other invalid fields of the request.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedText.Check.class)
public @interface TypedText {

    TextKind value();

    String message() default "has characters that this field does not accept";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges a tidied text by its kind. */
    class Check implements ConstraintValidator<TypedText, @Nullable String> {

        private TextKind kind = TextKind.LINE;

        @Override
        public void initialize(TypedText typed) {
            this.kind = typed.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || kind.accepts(text);
        }
    }
}
