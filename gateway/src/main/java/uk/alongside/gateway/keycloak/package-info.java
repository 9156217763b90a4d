/**
 * Keycloak, as the gateway uses it: its clients, its keys, and the verification of the tokens of machine clients.
 */
@NullMarked
package uk.alongside.gateway.keycloak;

import org.jspecify.annotations.NullMarked;
