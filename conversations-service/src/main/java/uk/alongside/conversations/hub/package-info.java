/**
 * The places where talking points are held, typed in or brought in from a spreadsheet: rooms, access, hours, closures. A hub is recognised by its name and postcode, so that a second import changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council"})
package uk.alongside.conversations.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
