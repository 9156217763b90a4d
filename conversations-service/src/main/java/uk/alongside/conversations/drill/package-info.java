/**
 * The way from a figure of a hub to the sessions behind it, and to the people, for members who may see them and who give
 * a reason (docs/adr/0065).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "hub", "insight", "person"})
package uk.alongside.conversations.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
