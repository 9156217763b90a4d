/**
 * Facts about any place that people visit: its postcode, its opening hours and the features that make it easier to
 * visit. Hubs use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.venue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
