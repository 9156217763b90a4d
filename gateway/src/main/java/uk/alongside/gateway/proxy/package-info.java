/**
 * Requests to the services: which bodies and headers pass, and with which token.
 */
@NullMarked
package uk.alongside.gateway.proxy;

import org.jspecify.annotations.NullMarked;
