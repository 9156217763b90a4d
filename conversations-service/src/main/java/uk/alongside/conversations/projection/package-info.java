/**
 * Receives what tenant-service sends about this council: settings, members, blueprint and logo, each in versions, and
 * the anchors of its audit chain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "hub", "session"})
package uk.alongside.conversations.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
