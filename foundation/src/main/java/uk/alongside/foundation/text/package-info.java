/**
 * Typed text: what characters a field accepts.
 */
@NullMarked
package uk.alongside.foundation.text;

import org.jspecify.annotations.NullMarked;
