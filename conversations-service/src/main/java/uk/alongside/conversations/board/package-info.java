/**
 * A day at a hub on one page, and its changes as they happen.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attendance",
            "booking",
            "council",
            "day",
            "headcount",
            "hub",
            "person",
            "place",
            "session",
            "slot",
            "walkin"
        })
package uk.alongside.conversations.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
