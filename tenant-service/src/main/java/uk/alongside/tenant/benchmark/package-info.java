/**
 * The benchmarks: the noised sheets that councils sealed, the families of similar councils, and the signed release of
 * each quarter, which is the same for every council (docs/adr/0057).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"authorityfact", "register", "delivery"})
package uk.alongside.tenant.benchmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
