/**
 * The history of a person at the council's hubs: the bookings, past and future, and the visits without a booking, in one
 * list.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "booking", "hub", "person", "session", "slot", "walkin"})
package uk.alongside.conversations.personhistory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
