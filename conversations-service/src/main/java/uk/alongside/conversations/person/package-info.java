/**
 * Residents, with as little data as will do: a name, a means of contact and their needs. Two letters of any part of a
 * name are enough for a search, and a mistyped name is found too.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council"})
package uk.alongside.conversations.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
