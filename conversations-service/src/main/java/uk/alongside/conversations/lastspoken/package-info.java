/**
 * The people to whom no practitioner has spoken for some weeks. The list knows the days of conversations and visits, and
 * opens no text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conclusion", "conversation", "person"})
package uk.alongside.conversations.lastspoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
