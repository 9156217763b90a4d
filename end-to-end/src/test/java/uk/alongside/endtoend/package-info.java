/**
 * Black-box tests through the gateway: journeys, attacks and load. This package does not know how a service works
 * inside.
 */
@NullMarked
package uk.alongside.endtoend;

import org.jspecify.annotations.NullMarked;
