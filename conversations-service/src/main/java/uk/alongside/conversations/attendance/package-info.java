/**
 * The people who came to a hub: when each person arrived, when a member of staff began and ended the conversation, and
 * which member. Other features refer to an attendance by its id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "person"})
package uk.alongside.conversations.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
