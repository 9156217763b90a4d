/** The caller: the member of a council, their roles, and the authorities of each role. */
@NullMarked
package uk.alongside.foundation.caller;

import org.jspecify.annotations.NullMarked;
