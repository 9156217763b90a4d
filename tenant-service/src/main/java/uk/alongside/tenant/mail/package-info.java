/**
 * Mail to staff. Sent through a server, or kept where an operator can look at it; never within a request, which only
 * leaves a delivery behind.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
