/**
 * The register of the councils of the kingdom that have duties for adult social care, with those that they followed. It
 * is public, the same for everybody, and changed by a release only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.localauthority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
