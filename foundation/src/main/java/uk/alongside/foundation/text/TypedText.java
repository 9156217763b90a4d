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
 * Says which {@link TextKind kind} of text a person types into a field of a request. The text is tidied when the request
 * is read, so every other constraint judges what will be kept; text without any visible character becomes null. As a
 * constraint it refuses characters that the kind does not accept.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedText.Check.class)
public @interface TypedText {

    TextKind value();

    String message() default "has characters that cannot be printed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<TypedText, @Nullable String> {

        private TextKind kind = TextKind.LINE;

        @Override
        public void initialize(TypedText text) {
            this.kind = text.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || kind.accepts(text);
        }
    }
}
