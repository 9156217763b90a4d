/**
 * Records who read or changed what, for each council. Each request appends one event at the end of its transaction,
 * and a sealer chains the events within seconds. An event holds ids and words only, never a value or a name.
 */
@NullMarked
package uk.alongside.foundation.audit;

import org.jspecify.annotations.NullMarked;
