/**
 * A person's own account: a new password by mail for people who forgot theirs. An account can open several councils, and
 * its requests and notices belong to the first of them in which the person is active (docs/adr/0058).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "secondfactor", "signinprovider"})
package uk.alongside.tenant.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
