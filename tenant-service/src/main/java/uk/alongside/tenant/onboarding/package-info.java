/**
 * The way of a council from its set-up to going live. Its leads finish the tasks and ask to go live; the operator
 * approves or asks a question first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "settings", "agreement", "blueprint", "membership", "delivery"})
package uk.alongside.tenant.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
