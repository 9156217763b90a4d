/**
 * The evidence pack: figures and notes for each quality statement by which the Care Quality Commission assesses a council,
 * and reports of them in the order of a committee paper, which never change once they are published (docs/adr/0066).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "insight"})
package uk.alongside.conversations.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
