/** Figures across councils, computed from noised sheets, and the own figure beside them. */
@NullMarked
package uk.alongside.statistics.benchmark;

import org.jspecify.annotations.NullMarked;
