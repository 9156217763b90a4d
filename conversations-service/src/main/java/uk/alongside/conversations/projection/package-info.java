/**
 * Receives what tenant-service sends about this council: settings, members, blueprint and logo, each in versions, and
 * the anchors of its audit chain. Answers its question for sealed sheets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "session", "sheet"})
package uk.alongside.conversations.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
