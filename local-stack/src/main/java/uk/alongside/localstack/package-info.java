/**
 * The local stack runs Alongside on one machine, for {@code ./alongside up} and for tests, without Docker or root.
 *
 * <p>{@link uk.alongside.localstack.LocalStack} starts real PostgreSQL, Redis and Keycloak ({@code servers}) and the
 * product's own services. A server outlives the process that started it. A later run finds the server by its process id
 * and its command line, and by a question that identifies it. So a killed run leaves no process or file that the next
 * run cannot use or stop.
 */
@NullMarked
package uk.alongside.localstack;

import org.jspecify.annotations.NullMarked;
