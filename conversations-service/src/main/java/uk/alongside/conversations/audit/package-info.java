/** Shows a council's leads who read or changed what, and whether the record of it is whole. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
