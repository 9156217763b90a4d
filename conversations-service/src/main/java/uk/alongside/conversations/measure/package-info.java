/**
 * Measures of outcomes: the instruments, a person's answers over time, and how answers change across the council. Asking
 * is always voluntary: no other feature waits for an answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"attendance", "conversation", "council", "history", "person"})
package uk.alongside.conversations.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
