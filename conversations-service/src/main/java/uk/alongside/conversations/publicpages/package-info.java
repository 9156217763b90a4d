/**
 * Shows anyone, without sign-in, where and when a council's talking points are. A database role that may see no person
 * reads the data ({@link uk.alongside.foundation.wall.PublicDatabase}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"venue"})
package uk.alongside.conversations.publicpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
