@NullMarked
package uk.alongside.foundation.problem;

import org.jspecify.annotations.NullMarked;
