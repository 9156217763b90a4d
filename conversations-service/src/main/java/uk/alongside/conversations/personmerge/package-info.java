/**
 * Merging of two people who turn out to be one: staff who meet people suggest it, and a lead decides about it and can undo
 * it. The package {@code person} holds the pointer from the merged person to the person kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "booking", "conversation", "council", "person", "walkin"})
package uk.alongside.conversations.personmerge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
