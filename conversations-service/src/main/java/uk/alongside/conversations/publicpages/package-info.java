/**
 * What anyone may see of a council without signing in: where its talking points are and when.
 * Reads through a database role that may see no person ({@link uk.alongside.foundation.wall.PublicDatabase}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.publicpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
