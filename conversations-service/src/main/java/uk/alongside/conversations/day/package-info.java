/**
 * The revision of a day at a hub: every change that an open board shows raises it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
