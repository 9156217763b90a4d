/**
 * Invitations to join a council: a lead invites an address, the mail carries a link, and its holder becomes a member by
 * the account of that address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "membership", "signinprovider"})
package uk.alongside.tenant.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
