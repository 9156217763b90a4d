/** The timeline of a person for practitioners: bookings, conversations, steps and measures in one list, without texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "hub", "measure", "person", "personhistory", "step"})
package uk.alongside.conversations.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
