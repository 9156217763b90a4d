/**
 * The specification of the sheets that a council seals for the benchmarks: which facts about a resident are counted,
 * in which cells, on which sheet, and which rates are made of them.
 *
 * <p>Both services read it here: one counts, adds noise and seals, the other adds up what councils sealed. A change of
 * a fact or a cell is a new version, from the first of April of a year (docs/adr/0056).
 */
@NullMarked
package uk.alongside.statistics.sheet;

import org.jspecify.annotations.NullMarked;
