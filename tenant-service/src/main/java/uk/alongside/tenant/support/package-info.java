/**
 * Support access: an operator asks to work in a council, a lead approves for some hours, and the whole team sees it. The
 * operator is then a member with an end (docs/adr/0024).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "membership"})
package uk.alongside.tenant.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
