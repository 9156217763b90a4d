/**
 * The colours and the logo of a council's pages, made so that everybody can see both. This package knows no council.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
