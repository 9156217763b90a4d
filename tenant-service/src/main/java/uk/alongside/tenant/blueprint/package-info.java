/**
 * The approach as versioned data with a source for every element. A council adopts it as a whole or by part, and
 * decides on each difference that a later version brings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"delivery", "membership"})
package uk.alongside.tenant.blueprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
