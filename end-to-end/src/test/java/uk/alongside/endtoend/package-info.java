/** Black box through the gateway: journeys, attacks and load. Nothing here knows how a service is made inside. */
@NullMarked
package uk.alongside.endtoend;

import org.jspecify.annotations.NullMarked;
