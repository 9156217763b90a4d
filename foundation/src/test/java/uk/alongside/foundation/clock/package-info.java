@NullMarked
package uk.alongside.foundation.clock;

import org.jspecify.annotations.NullMarked;
