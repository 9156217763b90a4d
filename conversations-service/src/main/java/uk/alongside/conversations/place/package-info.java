/**
 * The places of slots: taken, given back, held for ten minutes while a member of staff books, and added by a lead.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "day", "session", "slot"})
package uk.alongside.conversations.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
