/**
 * The records of good conversations: who each was with, and what was written under each prompt. Several practitioners may
 * write in one record at once, because each box has a version of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "booking", "council", "hub", "person", "slot", "walkin"})
package uk.alongside.conversations.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
