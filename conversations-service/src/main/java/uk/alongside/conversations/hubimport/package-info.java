/**
 * Imports hubs from a file: a dry run that names each wrong row, the import, and its undo within a day.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "asset",
            "conversation",
            "council",
            "csvimport",
            "hub",
            "venue",
            "series",
            "session",
            "walkin"
        })
package uk.alongside.conversations.hubimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
