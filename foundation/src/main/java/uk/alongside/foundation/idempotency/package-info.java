/**
 * Idempotency keys: a creating request that is sent twice creates one resource. The caller's {@code Idempotency-Key}, a
 * hash of the request and the id of the resource are kept for a day.
 */
@NullMarked
package uk.alongside.foundation.idempotency;

import org.jspecify.annotations.NullMarked;
