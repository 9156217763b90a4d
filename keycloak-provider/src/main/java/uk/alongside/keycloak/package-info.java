/** Runs in Keycloak's process, in the place of two steps of its own at the sign-in. */
@org.jspecify.annotations.NullMarked
package uk.alongside.keycloak;
