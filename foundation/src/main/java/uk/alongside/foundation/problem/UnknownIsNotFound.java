package uk.alongside.foundation.problem;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a parameter of an address that chooses what is read, such as a period or a measure. A value that cannot be read is
 * answered as not found, in the same way as one that is not known.
 */
@Documented
@Retention(RUNTIME)
@Target(PARAMETER)
public @interface UnknownIsNotFound {}
