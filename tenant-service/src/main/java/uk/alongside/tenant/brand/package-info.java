/**
 * The colours and the logo of a council's pages, derived so that everybody can see them. This package knows no council.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
