/**
 * The states of rows before their changes. One class keeps and reads them for every feature whose changes stay visible.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
