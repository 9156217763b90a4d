/**
 * The details that distinguish people of the same name, as staff type them: telephone numbers, NHS numbers and dates of
 * birth.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
