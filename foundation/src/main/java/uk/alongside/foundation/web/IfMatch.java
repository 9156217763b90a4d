package uk.alongside.foundation.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version in the caller's {@code If-Match} header, as a controller's {@code long} argument. The header is required:
 * without it the answer is 428. A header that holds no version of ours matches no version, so that it is answered like a
 * stale one, with 412 and the current state.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
