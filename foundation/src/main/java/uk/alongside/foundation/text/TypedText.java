package uk.alongside.foundation.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which {@link TextKind kind} of text a person types into a field of a request; a text that is not marked is one
 * line. The text is tidied when the request is read, so every constraint judges what will be kept. A character that the
 * kind does not accept is answered as an invalid field.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TypedText {

    TextKind value();
}
