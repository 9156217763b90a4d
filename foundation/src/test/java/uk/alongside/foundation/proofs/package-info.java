@NullMarked
package uk.alongside.foundation.proofs;

import org.jspecify.annotations.NullMarked;
