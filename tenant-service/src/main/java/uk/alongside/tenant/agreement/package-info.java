/** The agreement between a council and the operator of this service, version by version, and its acceptances. */
@NullMarked
@ApplicationModule(allowedDependencies = "membership")
package uk.alongside.tenant.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
