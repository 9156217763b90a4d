/**
 * The choice of a member for each booking that a change of sessions or a closure of the hub affects: the free places to
 * which it can move, and what the member chose for it. Other features carry the choice out in their own transactions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"booking", "hub", "person", "session", "slot"})
package uk.alongside.conversations.rebooking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
