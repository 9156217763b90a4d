/**
 * The colours of a council's pages, chosen so that everybody can read the text and see the borders. This package knows no
 * council.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
