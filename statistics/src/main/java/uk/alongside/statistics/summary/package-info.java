/** Quantiles and winsorising. */
@NullMarked
package uk.alongside.statistics.summary;

import org.jspecify.annotations.NullMarked;
