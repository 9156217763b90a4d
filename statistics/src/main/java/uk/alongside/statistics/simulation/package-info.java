/**
 * Made-up councils: their counts, the sheets that they would seal and what a release says of them. For the demonstration,
 * the command {@code simulate} and tests; no service uses it (docs/adr/0061).
 *
 * <p>The counts come from a seed, so that they are the same again. The noise never does: it is that of every sheet.
 */
@NullMarked
package uk.alongside.statistics.simulation;

import org.jspecify.annotations.NullMarked;
