/**
 * The test of an installation: a council of its own in which a machine client books for some minutes. The council is never
 * live, holds no one's data and is emptied after each test (docs/adr/0070).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "settings", "membership", "identity", "delivery"})
package uk.alongside.tenant.installationtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
