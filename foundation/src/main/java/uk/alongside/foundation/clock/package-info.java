/** The clock of a service: the time that its rules and its pages go by. */
@NullMarked
package uk.alongside.foundation.clock;

import org.jspecify.annotations.NullMarked;
