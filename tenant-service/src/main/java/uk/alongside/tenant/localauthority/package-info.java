/**
 * The register of the kingdom's councils with duties for adult social care, and of their predecessors. The register is
 * public, the same for everybody, and only a release changes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.localauthority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
