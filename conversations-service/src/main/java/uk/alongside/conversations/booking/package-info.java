/**
 * The bookings of people in slots: made, moved and cancelled. The package {@code place} counts the places of slots, and
 * {@code attendance} records what happens once a person has come.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "council", "day", "hub", "person", "place", "session", "slot"})
package uk.alongside.conversations.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
