/**
 * The search for people, which shows for each match the last day on which that person came. The package {@code person}
 * finds the matches, and {@code attendance} knows the visits.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "person"})
package uk.alongside.conversations.personsearch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
