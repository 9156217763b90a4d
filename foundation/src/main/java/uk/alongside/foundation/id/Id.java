package uk.alongside.foundation.id;

import java.util.UUID;

/**
 * An id with a type: a record with the one component {@code value}. In JSON and in addresses it is a UUID, so two ids of
 * different things cannot be swapped in the code, and callers see no difference.
 */
public interface Id {

    UUID value();
}
