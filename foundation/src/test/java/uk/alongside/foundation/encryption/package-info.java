@NullMarked
package uk.alongside.foundation.encryption;

import org.jspecify.annotations.NullMarked;
