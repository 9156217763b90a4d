/** The councils and their members. This service never sees a resident. */
@NullMarked
package uk.alongside.tenant;

import org.jspecify.annotations.NullMarked;
