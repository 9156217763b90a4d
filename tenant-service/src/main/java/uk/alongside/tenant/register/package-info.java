/** The councils and the settings of each. An operator founds a council, and its leads complete the settings. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "membership", "delivery", "localauthority", "brand", "blueprint", "agreement"
        })
package uk.alongside.tenant.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
