/**
 * The wall between councils: the council of each piece of work, and how the database enforces it.
 *
 * <p>Read in this order: {@link uk.alongside.foundation.wall.CouncilContext}, then the bound connection in {@code
 * CouncilBindingDialect} and {@code GuardedDataSource}, then {@code changelog/0001-wall.sql}. The package
 * {@code proofs} checks the wall. The package {@code web} finds the council of a request.
 */
@NullMarked
package uk.alongside.foundation.wall;

import org.jspecify.annotations.NullMarked;
