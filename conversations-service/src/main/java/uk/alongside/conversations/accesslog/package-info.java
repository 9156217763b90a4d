/** The log of who has looked at a person's record, for staff who meet people. */
@NullMarked
@ApplicationModule(allowedDependencies = {"person"})
package uk.alongside.conversations.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
