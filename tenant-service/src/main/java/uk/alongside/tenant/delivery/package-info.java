/**
 * What conversations-service must be told. Written in the transaction of the change, sent afterwards, again and again
 * until it got through (docs/adr/0005).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "identity")
package uk.alongside.tenant.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
