/**
 * The machine: processes that outlive their starter, pid files, ports, locks, secrets and folders.
 *
 * <p>This package does not know the servers and services that use it.
 */
@NullMarked
package uk.alongside.localstack.machine;

import org.jspecify.annotations.NullMarked;
