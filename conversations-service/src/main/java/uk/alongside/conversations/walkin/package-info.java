/**
 * The queue of people who come to a hub without a booking: who waits, who has been seen, and who left. The package
 * {@code attendance} records the conversation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "council", "day", "hub", "person"})
package uk.alongside.conversations.walkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
