/**
 * The extract for the national return of adult social care (Client Level Data): the events that the record knows as a CSV
 * file, and the check of each field by the rules of the Department of Health and Social Care (docs/adr/0064).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conclusion", "conversation", "identifier", "person"})
package uk.alongside.conversations.clientleveldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
