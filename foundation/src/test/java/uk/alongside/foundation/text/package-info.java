@NullMarked
package uk.alongside.foundation.text;

import org.jspecify.annotations.NullMarked;
