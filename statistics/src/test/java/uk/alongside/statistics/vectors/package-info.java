/** Runs every method against numbers that others computed. */
@NullMarked
package uk.alongside.statistics.vectors;

import org.jspecify.annotations.NullMarked;
