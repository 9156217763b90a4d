/**
 * Reads the spreadsheets that councils import: what each program writes first, the columns in any order, and the errors of
 * each row in words. Each list that is imported says how it reads one row.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.csvimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
