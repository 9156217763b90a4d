/**
 * The places where talking points are held, brought in from a spreadsheet. A hub is recognised by its name and postcode, so that a second import changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
