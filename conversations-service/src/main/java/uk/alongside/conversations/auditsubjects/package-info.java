/**
 * Describes the records that audit events name: residents, hubs, sessions, bookings and conversations. It reads names each time the audit
 * is shown, and only those that the caller may see.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"booking", "conversation", "hub", "person", "series", "session", "slot", "walkin"})
package uk.alongside.conversations.auditsubjects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
