package uk.alongside.foundation.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link Refusal} that is about one field of the request. Its answer has status 400, type {@code invalid}, and
 * one entry in {@code errors} whose code is the record's simple name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InvalidField {

    /**
     * The field, written like its JSON pointer without {@code #/}. If empty, the record's component {@code field} names
     * it.
     */
    String field() default "";

    /** The code of the error. If empty, the record's simple name is used. */
    String code() default "";

    /**
     * The problem detail: the error and how to correct it, with components in braces as in {@link ProblemType#detail}.
     */
    String detail();
}
