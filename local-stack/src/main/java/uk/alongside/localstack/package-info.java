/**
 * Real PostgreSQL, Redis and Keycloak for one-command run and for every test, without Docker and without root.
 *
 * <p>A server outlives the process that started it, and is found again: by its process id, by its command line, and by
 * asking it who it is. So a run that was killed leaves nothing that the next one cannot use or end.
 */
@NullMarked
package uk.alongside.localstack;

import org.jspecify.annotations.NullMarked;
