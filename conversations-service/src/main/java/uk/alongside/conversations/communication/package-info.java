/**
 * Communication: the format in which a person gets letters, and the day on which a member asks again about the needs. The
 * needs themselves are on the person. All staff who work with people read and write it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "council", "person"})
package uk.alongside.conversations.communication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
