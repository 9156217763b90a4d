/**
 * The people whom hub staff must tell that their booking has changed: their session was moved or cancelled, or the hub
 * closes. A person stays on the list until a member of staff records how the person was told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"booking", "closure", "council", "day", "hub", "person", "session", "slot"})
package uk.alongside.conversations.peopletotell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
