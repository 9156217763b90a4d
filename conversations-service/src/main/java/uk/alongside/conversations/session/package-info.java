/**
 * Sessions in local time at a hub. Each session has a pattern: its times, the length of its slots, the room and the staff.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "day", "hub", "slot"})
package uk.alongside.conversations.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
