/**
 * Introductions: a lead asks to talk with a council in the better quarter of a rate, and a council that offered to talk is
 * asked, neither learning who the other is until both have said yes. No figure is read here, and benchmarks know nothing
 * of it (docs/adr/0067).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"register", "delivery", "mail", "membership"})
package uk.alongside.tenant.introduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
