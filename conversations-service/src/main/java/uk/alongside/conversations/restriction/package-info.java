/** The restricted records that no named member may open any more: a lead sees that they exist, and names others. */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "hub"})
package uk.alongside.conversations.restriction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
