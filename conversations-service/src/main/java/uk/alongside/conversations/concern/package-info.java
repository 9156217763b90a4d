/**
 * Concerns: the worries of members of staff about a person, and what they did about them. Every member of staff who works with people
 * may write one; only practitioners read them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "person"})
package uk.alongside.conversations.concern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
