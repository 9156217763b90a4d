/**
 * Changes, cancels and ends sessions together with the bookings in them. Every change can be previewed, and is carried
 * out only as previewed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"booking", "calendar", "day", "hub", "person", "rebooking", "series", "session", "slot"})
package uk.alongside.conversations.sessionchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
