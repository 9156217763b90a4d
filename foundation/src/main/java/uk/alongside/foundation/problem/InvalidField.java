package uk.alongside.foundation.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a {@link Refusal} is about one field of the request. It is answered with 400, type {@code invalid}, and one
 * entry in {@code errors} whose code is the record's simple name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InvalidField {

    /** The field, as in its JSON pointer without {@code #/}. Left out, the record's component {@code field} names it. */
    String field() default "";

    /** The code of the error. Left out, it is the record's simple name. */
    String code() default "";

    /** What is wrong and how to put it right, with components in braces as in {@link ProblemType#detail}. */
    String detail();
}
