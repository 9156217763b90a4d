/**
 * PostgreSQL, Redis and Keycloak: this package starts, finds, identifies and stops them.
 *
 * <p>The servers come from Maven artifacts. PostgreSQL and Redis can also come from containers or from outside.
 */
@NullMarked
package uk.alongside.localstack.servers;

import org.jspecify.annotations.NullMarked;
