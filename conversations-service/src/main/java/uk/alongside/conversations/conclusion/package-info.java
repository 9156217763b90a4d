/**
 * The end of a record: what was decided when a member finished it, the corrections of that, and what members add to a
 * finished record.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "step"})
package uk.alongside.conversations.conclusion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
