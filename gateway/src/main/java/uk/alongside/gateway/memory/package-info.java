/**
 * The memory of one gateway: maps and counts that are bounded or forget what is over, and digests instead of secrets.
 */
@NullMarked
package uk.alongside.gateway.memory;

import org.jspecify.annotations.NullMarked;
