/**
 * The deliveries to conversations-service. A delivery is written in the transaction of the change, sent afterwards, and
 * repeated until it succeeds (docs/adr/0005).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "identity")
package uk.alongside.tenant.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
