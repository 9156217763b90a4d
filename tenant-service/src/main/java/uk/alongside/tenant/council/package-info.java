/** Which councils there are and how each is set up. An operator founds them; their leads say the rest. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "membership", "delivery", "localauthority", "brand", "blueprint", "agreement"
        })
package uk.alongside.tenant.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
