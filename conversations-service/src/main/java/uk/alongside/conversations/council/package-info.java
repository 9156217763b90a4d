/**
 * This council as tenant-service describes it: its settings and who may act for it. Nothing here is edited; each version arrives by PUT.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
