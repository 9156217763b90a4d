/**
 * The wall between councils: which council a piece of work is for, and how the database is made to enforce it.
 *
 * <p>Read in this order: {@link uk.alongside.foundation.wall.CouncilContext}, then the bound connection in
 * {@code CouncilBindingDialect} and {@code GuardedDataSource}, then {@code changelog/0001-wall.sql}, then
 * {@code changelog/0002-proofs.sql}. How a request gets its council is in {@code web}.
 */
@NullMarked
package uk.alongside.foundation.wall;

import org.jspecify.annotations.NullMarked;
