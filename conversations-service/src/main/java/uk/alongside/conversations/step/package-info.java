/**
 * The next steps of conversations: what was agreed, who does it and by which day, and whether it was done. A record cannot
 * be finished while one of its steps has no owner or no day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "history", "person"})
package uk.alongside.conversations.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
