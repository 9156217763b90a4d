/** The noise on a council's sheet, its price in privacy, and the audit of what is released. */
@NullMarked
package uk.alongside.statistics.privacy;

import org.jspecify.annotations.NullMarked;
