/** Councils and who belongs to them. Never sees a resident. */
@NullMarked
package uk.alongside.tenant;

import org.jspecify.annotations.NullMarked;
