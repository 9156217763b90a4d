/**
 * Work that runs at a time or for each council, without a request: the job queue and its scheduler.
 */
@NullMarked
package uk.alongside.foundation.jobs;

import org.jspecify.annotations.NullMarked;
