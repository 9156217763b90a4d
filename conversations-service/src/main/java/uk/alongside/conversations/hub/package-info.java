/**
 * The hubs where talking points are held, with their rooms, access, hours and closures. Members type hubs in or import
 * them from a spreadsheet. The name and postcode identify a hub, so that a second import changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"venue"})
package uk.alongside.conversations.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
