/** The register of councils: which councils exist, their names and the stage of each. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
