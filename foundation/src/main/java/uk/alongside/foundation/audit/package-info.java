/**
 * Who read or changed what, for each council: one event a request, appended at the end of its transaction and chained by
 * hashes. Ids and words only; never a value, never a name.
 */
@NullMarked
package uk.alongside.foundation.audit;

import org.jspecify.annotations.NullMarked;
