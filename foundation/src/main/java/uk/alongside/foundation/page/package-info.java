/**
 * Pages of long lists.
 */
@NullMarked
package uk.alongside.foundation.page;

import org.jspecify.annotations.NullMarked;
