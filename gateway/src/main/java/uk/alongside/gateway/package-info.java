/**
 * The one door: signs people in, keeps their session, limits and routes. It never parses, stores or logs a body, and the
 * browser never sees a token.
 */
@NullMarked
package uk.alongside.gateway;

import org.jspecify.annotations.NullMarked;
