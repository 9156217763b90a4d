/**
 * Sessions in local time at a hub, and their slots. A slot keeps its own count of places taken.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "day", "hub"})
package uk.alongside.conversations.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
