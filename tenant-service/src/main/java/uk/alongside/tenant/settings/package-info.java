/**
 * The settings of a council: its name, contacts, languages, colours and answers about data protection. Its leads
 * change them part by part, and conversations-service receives them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "localauthority", "brand", "logo", "delivery", "identity"})
package uk.alongside.tenant.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
