/**
 * The calendar of a hub: its bank holidays, closures and sessions, and the conflicts that they cause for a day on which a
 * session is planned.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "session"})
package uk.alongside.conversations.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
