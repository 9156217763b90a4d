/**
 * The sheets that a council shares: facts about residents, counted in the council's own transaction, blurred with noise
 * and sealed. Only sealed sheets leave the council (docs/adr/0056).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "insight", "measure", "person"})
package uk.alongside.conversations.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
