/** What is made of a council's colour and logo so that everybody can see both. Knows no council. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.tenant.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
