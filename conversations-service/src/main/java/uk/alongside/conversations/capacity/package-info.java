/**
 * The nightly check that no slot holds more bookings than places, and its findings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "place", "walkin"})
package uk.alongside.conversations.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
