/**
 * Who is calling: the member of a council, their roles, and what each role may do.
 */
@NullMarked
package uk.alongside.foundation.caller;

import org.jspecify.annotations.NullMarked;
