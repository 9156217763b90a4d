/** The steps and telephone numbers of a council for members of staff whom something worries. */
@NullMarked
@ApplicationModule(allowedDependencies = "settings")
package uk.alongside.tenant.safeguarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
