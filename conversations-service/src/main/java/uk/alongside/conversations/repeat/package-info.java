/**
 * The same request sent twice creates one thing. The key, what was asked and what came of it are kept for a day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.repeat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
