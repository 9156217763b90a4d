/**
 * The connections of conversations: the groups, places and activities that a person was told about or introduced to, who
 * makes contact, and whether it came about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"asset", "attendance", "conversation", "council", "history"})
package uk.alongside.conversations.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
