/**
 * The comparison with other councils: the benchmark releases that tenant-service sent, and this council's own exact
 * figures laid over them. The own figures are counted when they are shown and never leave the council (docs/adr/0057).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "sheet")
package uk.alongside.conversations.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
