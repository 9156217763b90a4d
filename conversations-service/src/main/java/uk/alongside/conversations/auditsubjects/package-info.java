/**
 * Describes the records that audit events name: residents, members, hubs, sessions, bookings and
 * conversations. It reads names each time the audit is shown, and only those that the caller may see.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "booking",
            "conversation",
            "council",
            "hub",
            "person",
            "series",
            "session",
            "slot",
            "walkin"
        })
package uk.alongside.conversations.auditsubjects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
