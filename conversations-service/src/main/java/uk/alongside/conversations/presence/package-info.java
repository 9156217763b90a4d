/**
 * The practitioners who have the record of a conversation open now, so that two of them see each other. A page that is
 * open says so every few seconds; a member whose page is silent for half a minute is gone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "council"})
package uk.alongside.conversations.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
