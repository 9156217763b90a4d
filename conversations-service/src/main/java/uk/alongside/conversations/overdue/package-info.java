/**
 * The work that has waited longer than two working days, as numbers for each hub: attendance that is not recorded,
 * conversations that are not finished, and next steps that are not done. It names no person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "conversation", "hub", "restriction", "step"})
package uk.alongside.conversations.overdue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
