/**
 * Finds names by what a hurried member of staff types: two letters of any word, without accents, and with one slip in a
 * word. Each feature that is searched by name stores these terms in a table of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.namesearch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
