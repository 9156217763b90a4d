/**
 * The head count of a session: how many people came whose names are not written down, for busy drop-in mornings. It names
 * no person, and each change of it is kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "council", "day", "hub", "session"})
package uk.alongside.conversations.headcount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
