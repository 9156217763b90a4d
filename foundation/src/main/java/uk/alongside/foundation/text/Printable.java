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
 * Requires printable text, as {@link TextKind#LINE} or {@link TextKind#TEXT} accept it: any script and any emoji, but no
 * control characters, no replacement character and no unpaired surrogates.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Printable.Check.class)
public @interface Printable {

    /** Set to true to allow line breaks. */
    boolean lines() default false;

    String message() default "has characters that cannot be printed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Printable, @Nullable String> {

        private boolean lines;

        @Override
        public void initialize(Printable printable) {
            this.lines = printable.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (lines ? TextKind.TEXT : TextKind.LINE).accepts(text);
        }
    }
}
