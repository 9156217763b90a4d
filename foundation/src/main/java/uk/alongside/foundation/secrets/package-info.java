/** Secret files with keys, which a service reads once at start. */
@NullMarked
package uk.alongside.foundation.secrets;

import org.jspecify.annotations.NullMarked;
