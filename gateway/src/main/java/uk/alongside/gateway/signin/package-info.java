/**
 * Sign-in and sign-out: a person goes to Keycloak, returns, chooses a council and comes back to the page that they
 * wanted.
 */
@NullMarked
package uk.alongside.gateway.signin;

import org.jspecify.annotations.NullMarked;
