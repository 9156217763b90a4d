/** Work without a request, at a set time or for each council: the job queue and its scheduler. */
@NullMarked
package uk.alongside.foundation.jobs;

import org.jspecify.annotations.NullMarked;
