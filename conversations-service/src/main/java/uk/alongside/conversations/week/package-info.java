/**
 * A week at all hubs of the council: their sessions with the places that are left, their closures, and the bank holidays.
 * It shows numbers only and names no person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "headcount", "hub", "session"})
package uk.alongside.conversations.week;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
