/**
 * Public facts about local authorities that an operator loads from a file, such as newer numbers of people. The benchmarks
 * put councils into families of similar ones by them (docs/adr/0072).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"localauthority"})
package uk.alongside.tenant.authorityfact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
