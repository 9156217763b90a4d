/** The operator's view of the gateway: its version, Redis, and the certificates that browsers meet. */
@NullMarked
package uk.alongside.gateway.deployment;

import org.jspecify.annotations.NullMarked;
