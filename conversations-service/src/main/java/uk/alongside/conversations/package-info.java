/** Community Led Support for one council at a time: hubs, talking points, bookings and people. */
@NullMarked
package uk.alongside.conversations;

import org.jspecify.annotations.NullMarked;
