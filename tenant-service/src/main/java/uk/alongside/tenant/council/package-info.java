/** The operator's work on councils: to create a council with its first lead, to list councils and to edit one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "settings", "localauthority", "membership", "identity"})
package uk.alongside.tenant.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
