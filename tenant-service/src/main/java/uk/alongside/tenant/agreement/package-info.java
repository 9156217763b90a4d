/** What a council and whoever runs this service for it agree on, version by version, and who accepted it. */
@NullMarked
@ApplicationModule(allowedDependencies = "membership")
package uk.alongside.tenant.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
