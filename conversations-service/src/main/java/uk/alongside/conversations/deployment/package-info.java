/** The numbers of this service that the operator sees, without a council or a person. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
