/**
 * Keycloak, as far as councils need it: an organization per council, its people and machine clients. Keycloak says who
 * somebody is; whether they may do something is said by the membership feature (docs/adr/0002).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
