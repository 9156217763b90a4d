/**
 * The wall: for which council a piece of work is done, and how the database comes to know it and nobody else can.
 *
 * <p>Read in this order: {@link uk.alongside.foundation.CouncilContext}, then the bound connection in
 * {@code CouncilBindingDialect} and {@code GuardedDataSource}, then {@code changelog/0001-wall.sql}, then
 * {@code changelog/0002-proofs.sql}. How a request gets its council is in {@code web}.
 */
@NullMarked
package uk.alongside.foundation;

import org.jspecify.annotations.NullMarked;
