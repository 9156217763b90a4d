/**
 * The gateway is the only entrance: it signs people in, keeps their sessions, limits requests and routes them. It never
 * parses, stores or logs a body, and the browser never sees a token.
 */
@NullMarked
package uk.alongside.gateway;

import org.jspecify.annotations.NullMarked;
