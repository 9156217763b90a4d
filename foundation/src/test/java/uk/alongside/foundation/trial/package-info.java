/** The smallest service on top of the foundation, for its tests. */
@NullMarked
package uk.alongside.foundation.trial;

import org.jspecify.annotations.NullMarked;
