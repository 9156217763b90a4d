/**
 * The record of a session from paper: who of the people booked came, who else came, and how many came without giving a
 * name, in one request that is saved as a whole or not at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attendance",
            "booking",
            "headcount",
            "hub",
            "person",
            "place",
            "session",
            "slot",
            "walkin"
        })
package uk.alongside.conversations.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
