/**
 * Places in slots: held for ten minutes, booked, moved and cancelled. The package {@code attendance} records what happens
 * once a person has come.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "council", "day", "hub", "person", "session"})
package uk.alongside.conversations.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
