/**
 * The parts of Keycloak that councils need: an organization per council, its people and its machine clients. Keycloak
 * identifies a person; the membership feature decides on the person's rights (docs/adr/0002).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
