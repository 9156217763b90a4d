/**
 * Sessions in local time at a hub, the series that make them, and the slots they give. A slot keeps its own count of places taken.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub"})
package uk.alongside.conversations.talkingpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
