/**
 * A person in a slot, and whether they came. One conditional update of the slot decides who gets the last place.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "person", "talkingpoint"})
package uk.alongside.conversations.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
