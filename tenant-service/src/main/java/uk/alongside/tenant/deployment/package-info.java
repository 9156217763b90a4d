/** The operator's view of both services in numbers, without a council or a person. */
@NullMarked
@ApplicationModule(allowedDependencies = "delivery")
package uk.alongside.tenant.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
