/**
 * Closes hubs for some days, and shows the sessions and bookings that this affects. The hub feature stores the closures, so that
 * sessions can be planned around them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"booking", "hub", "rebooking", "session", "slot"})
package uk.alongside.conversations.closure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
