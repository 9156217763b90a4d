/**
 * The revision of a day at a hub: it is raised by every change that an open board shows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
