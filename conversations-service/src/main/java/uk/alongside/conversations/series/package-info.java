/**
 * Series that repeat in local time and create their sessions a year ahead, and changes of one, later or all sessions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "day", "hub", "session"})
package uk.alongside.conversations.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
