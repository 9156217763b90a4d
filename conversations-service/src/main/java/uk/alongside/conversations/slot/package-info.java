/**
 * The slots of sessions: times with a number of places. Each change of the places is one conditional statement on the
 * slot's row, so the last place goes to one person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"day", "hub"})
package uk.alongside.conversations.slot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
