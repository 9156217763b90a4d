/**
 * Closes hubs for some days, and shows the sessions that this affects. The hub feature stores the closures, so that
 * sessions can be planned around them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"hub", "session"})
package uk.alongside.conversations.closure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
