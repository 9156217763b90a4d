/** The restricted records of which every named member has left the team: a lead sees that they exist, and names others. */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "hub"})
package uk.alongside.conversations.restriction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
