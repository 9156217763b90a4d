/**
 * What anybody may see of a council without signing in: where its talking points are and when. Reads through a role of
 * its own that may see no person ({@link uk.alongside.foundation.wall.PublicDatabase}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.open;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
