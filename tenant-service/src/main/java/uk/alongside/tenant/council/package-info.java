/** Which councils there are and how each is set up. An operator's business: no member of a council comes here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "membership", "delivery"})
package uk.alongside.tenant.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
