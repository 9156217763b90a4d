/**
 * The council as tenant-service describes it: its settings and its members. No code here edits them; each version
 * arrives by PUT.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
