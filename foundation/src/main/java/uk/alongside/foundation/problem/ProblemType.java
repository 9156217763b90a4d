package uk.alongside.foundation.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/**
 * Says how a {@link Refusal} is answered. Each component of the record becomes an extension member of the problem (RFC
 * 9457, section 3.2), unless it is marked {@code @JsonIgnore}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProblemType {

    HttpStatus status() default HttpStatus.CONFLICT;

    /** The last segment of the problem's {@code type}: stable, because callers switch on it. */
    String type();

    /**
     * The problem detail: what happened and what to do next. {@code {day}} is replaced by the component {@code day}.
     * Dates and times are written in words, all other values as text.
     */
    String detail();
}
