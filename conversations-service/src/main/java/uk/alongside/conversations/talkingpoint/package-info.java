/**
 * Sessions in local time at a hub, and the slots they give. A slot keeps its own count of places taken.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"hub", "repeat"})
package uk.alongside.conversations.talkingpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
