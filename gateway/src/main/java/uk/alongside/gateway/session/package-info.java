/**
 * Signed-in people: their session in Redis, the council that they chose, its tokens, and the token of their pages.
 */
@NullMarked
package uk.alongside.gateway.session;

import org.jspecify.annotations.NullMarked;
