/**
 * The community assets of the council: groups, places and activities to which a practitioner can point a person. Leads
 * keep the list, and all staff who work with people read it. It has nothing about residents.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"csvimport", "hub", "namesearch"})
package uk.alongside.conversations.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
