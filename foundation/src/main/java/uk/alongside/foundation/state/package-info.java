/** The state of a running service in a few numbers, for the operator's page. It names no council and no person. */
@NullMarked
package uk.alongside.foundation.state;

import org.jspecify.annotations.NullMarked;
