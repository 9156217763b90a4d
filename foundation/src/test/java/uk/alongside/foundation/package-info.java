@NullMarked
package uk.alongside.foundation;

import org.jspecify.annotations.NullMarked;
