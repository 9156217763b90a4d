/**
 * A council's own sign-in: the identity provider that a lead connects, the e-mail domains that the operator confirms,
 * and the roles that follow from a person's groups at each sign-in (docs/adr/0046).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "membership", "secondfactor"})
package uk.alongside.tenant.signinprovider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
