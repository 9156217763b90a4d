/**
 * Refusals and their answers: problem details by RFC 9457.
 */
@NullMarked
package uk.alongside.foundation.problem;

import org.jspecify.annotations.NullMarked;
