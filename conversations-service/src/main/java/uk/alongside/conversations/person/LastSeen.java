package uk.alongside.conversations.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Says when people last came. An interface is used because attendances depend on people, and people must not depend on
 * attendances.
 */
public interface LastSeen {

    /** Returns the last day on which each of these people came. */
    Map<UUID, LocalDate> of(Collection<UUID> people);
}
