/** Who belongs to a council, and as what. The token only says who somebody is; the member row decides. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "delivery"})
package uk.alongside.tenant.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
