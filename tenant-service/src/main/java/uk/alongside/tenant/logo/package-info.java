/**
 * The logo of a council: an uploaded PNG or SVG is drawn again, stored with a version, and delivered to
 * conversations-service. The uploaded file is never stored or served.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"brand", "delivery"})
package uk.alongside.tenant.logo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
