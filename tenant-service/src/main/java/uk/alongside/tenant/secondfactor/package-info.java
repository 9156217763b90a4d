/**
 * The second factor of a council's members: the rule that says who needs one, and the deliveries that tell Keycloak
 * (docs/adr/0045, docs/adr/0055). The members themselves belong to the membership feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail"})
package uk.alongside.tenant.secondfactor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
