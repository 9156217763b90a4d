/** The exchange of audit anchors between the two services, for every council. */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "delivery"})
package uk.alongside.tenant.auditanchor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
