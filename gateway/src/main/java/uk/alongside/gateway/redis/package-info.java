/** Redis, as the gateway uses it: how it fails and returns, and how full it is. */
@NullMarked
package uk.alongside.gateway.redis;

import org.jspecify.annotations.NullMarked;
