/**
 * Refusals of the gateway, and the answers to them and to failures: a page for a person, a problem (RFC 9457) for a
 * script.
 */
@NullMarked
package uk.alongside.gateway.problem;

import org.jspecify.annotations.NullMarked;
