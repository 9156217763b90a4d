/**
 * Runs Alongside on one machine, for {@code ./alongside up} and for tests, without Docker and without root.
 *
 * <p>{@link uk.alongside.localstack.LocalStack} starts real PostgreSQL, Redis and Keycloak ({@code servers}) and the
 * product's own services. A server outlives the process that started it; a later run finds it by its process id, by its
 * command line, and by asking it who it is. So a killed run leaves nothing that the next run cannot use or stop.
 */
@NullMarked
package uk.alongside.localstack;

import org.jspecify.annotations.NullMarked;
