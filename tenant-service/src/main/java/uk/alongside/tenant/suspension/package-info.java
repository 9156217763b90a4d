/**
 * Suspension: the operator closes a council's service for a reason and opens it again. No data is changed or deleted
 * (docs/adr/0069).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "settings", "membership", "delivery", "mail"})
package uk.alongside.tenant.suspension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
