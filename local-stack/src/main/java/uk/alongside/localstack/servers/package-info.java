/**
 * PostgreSQL, Redis and Keycloak: started, found again, stopped, and asked who they are.
 *
 * <p>They come from Maven artifacts; PostgreSQL and Redis can also come from containers or from outside.
 */
@NullMarked
package uk.alongside.localstack.servers;

import org.jspecify.annotations.NullMarked;
