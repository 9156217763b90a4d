/** Confidence intervals for proportions and counts. */
@NullMarked
package uk.alongside.statistics.interval;

import org.jspecify.annotations.NullMarked;
