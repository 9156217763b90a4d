/**
 * The council's own figures: what each one counts, its value in each period, and whether it has changed. They are exact,
 * name no person, and never leave the council (docs/adr/0052).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "measure", "person"})
package uk.alongside.conversations.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
