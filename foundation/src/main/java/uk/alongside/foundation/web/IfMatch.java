package uk.alongside.foundation.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads the version in the caller's {@code If-Match} header into a controller's {@code long} argument. A request
 * without the header is answered with 428. A header that does not hold a version matches no version and is answered
 * like a stale one, with 412 and the current state.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
