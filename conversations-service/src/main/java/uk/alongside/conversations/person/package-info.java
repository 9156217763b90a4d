/**
 * The resident, as little as will do: a name, a way to reach them, what they need. PersonMatch by two letters of any part of the name, mistyped or not.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council"})
package uk.alongside.conversations.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
