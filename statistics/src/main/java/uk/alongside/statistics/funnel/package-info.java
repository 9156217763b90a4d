/** Funnel plots: control limits around a target, with and without overdispersion. */
@NullMarked
package uk.alongside.statistics.funnel;

import org.jspecify.annotations.NullMarked;
