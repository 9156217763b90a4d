@NullMarked
package uk.alongside.foundation.input;

import org.jspecify.annotations.NullMarked;
