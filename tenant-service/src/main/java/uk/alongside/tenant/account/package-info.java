/**
 * A person's own account: a new password by mail for people who forgot theirs, and their passkeys. An account can open
 * several councils, and its requests and notices belong to the first of them in which the person is active
 * (docs/adr/0058, docs/adr/0068).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "secondfactor", "signinprovider"})
package uk.alongside.tenant.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
