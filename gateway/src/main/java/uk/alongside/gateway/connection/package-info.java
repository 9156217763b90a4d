/**
 * Connections: how slow one may be, how many an address may hold, which heads are malformed, and who the client is
 * behind a proxy.
 */
@NullMarked
package uk.alongside.gateway.connection;

import org.jspecify.annotations.NullMarked;
