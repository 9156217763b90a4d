/**
 * Places in slots: held for ten minutes, booked, moved and cancelled; and the queue of people who walk in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "day", "hub", "person", "session"})
package uk.alongside.conversations.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
