/**
 * Mail to staff. A server sends it, or the product keeps it where an operator can read it. A request never sends mail;
 * it only adds a delivery.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
