/** Rounding and suppression of counts and percentages before they are shown. */
@NullMarked
package uk.alongside.statistics.rounding;

import org.jspecify.annotations.NullMarked;
