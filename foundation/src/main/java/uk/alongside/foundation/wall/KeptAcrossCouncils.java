package uk.alongside.foundation.wall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that keeps values for several councils in memory, between requests. The architecture rule against caches
 * accepts no other class. The value says why no council can get another council's data from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KeptAcrossCouncils {

    String value();
}
