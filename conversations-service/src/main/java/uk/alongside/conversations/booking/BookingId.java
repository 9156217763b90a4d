package uk.alongside.conversations.booking;

import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The id of a booking, by which other features refer to it. */
public record BookingId(UUID value) implements Id {}
