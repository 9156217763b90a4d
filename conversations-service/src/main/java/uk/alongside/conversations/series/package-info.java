/**
 * Series that repeat in local time and create their sessions a year ahead. A series leaves out days with a conflict.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "day", "hub", "session", "slot"})
package uk.alongside.conversations.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
