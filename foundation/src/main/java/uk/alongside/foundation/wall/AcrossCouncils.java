package uk.alongside.foundation.wall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a use case that works across councils: tenant-service's over schema {@code shared}, or either service's over
 * the counters in {@code ops}. Its transaction has no council, so the database shows it no row of any fenced table.
 * Works on a method or on all methods of a class. Must not be called inside a transaction.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AcrossCouncils {}
