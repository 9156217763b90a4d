/**
 * Residents, with as little data as will do: a name, a means of contact and their needs. Two letters of any part of a
 * name are enough for a search, and a mistyped name is found too. The package {@code personsearch} adds the last visit
 * to each match, and {@code personhistory} lists a person's bookings and walk-ins.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "identifier", "namesearch"})
package uk.alongside.conversations.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
