@NullMarked
package uk.alongside.foundation.wall;

import org.jspecify.annotations.NullMarked;
