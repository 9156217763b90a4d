/**
 * Moves of records that were written for the wrong person. The record keeps all that is written in it, and both the record
 * and the wrong person keep a trace of the move.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "letter", "measure", "person"})
package uk.alongside.conversations.move;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
