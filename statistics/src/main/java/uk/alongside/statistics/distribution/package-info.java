/** Distribution functions and quantiles of the few distributions that the methods need. */
@NullMarked
package uk.alongside.statistics.distribution;

import org.jspecify.annotations.NullMarked;
