/** Who belongs to a council, and as what, and who was asked to. The token only says who somebody is; the member row decides. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "delivery", "mail"})
package uk.alongside.tenant.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
