package uk.alongside.foundation.id;

import java.util.UUID;

/**
 * A typed id: a record with the one component {@code value}. Ids of different types cannot be swapped in the code. In
 * JSON and in addresses an id is a plain UUID.
 */
public interface Id {

    UUID value();
}
