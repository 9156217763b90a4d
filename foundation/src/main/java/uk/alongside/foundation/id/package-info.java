/** Typed ids, and how they are read and written. */
@NullMarked
package uk.alongside.foundation.id;

import org.jspecify.annotations.NullMarked;
