/**
 * The letters that people take home: what was talked about, in the words of the record, for one person of it. A letter
 * names no other person unless a member of staff left the name in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"attendance", "connection", "conversation", "council", "hub", "person", "step"})
package uk.alongside.conversations.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
