/**
 * Limits of callers: requests in a second, sign-ins, and open boards.
 */
@NullMarked
package uk.alongside.gateway.limits;

import org.jspecify.annotations.NullMarked;
