/**
 * About me: what a person, a supporter or a member of staff said about what matters to the person and how to be with them.
 * It belongs to the person and lasts from one conversation to the next. Only practitioners read and write it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "history", "person"})
package uk.alongside.conversations.aboutme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
