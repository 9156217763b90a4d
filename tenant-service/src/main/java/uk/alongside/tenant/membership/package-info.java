/**
 * The members of a council and their roles. The token only identifies a person; the member row decides on the person's
 * rights.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "identity", "delivery", "mail", "secondfactor"})
package uk.alongside.tenant.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
