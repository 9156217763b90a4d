package uk.alongside.conversations.hub;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is held at a hub, told to this feature by the one that plans. An interface, since sessions know hubs and hubs must
 * not know sessions.
 */
public interface HubSessions {

    /** A session that is held, and how many places of it are taken. */
    record HeldSession(
            UUID id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            @Nullable String kind,
            int booked) {}

    /** Sessions that are not cancelled on the days from one to another. */
    List<HeldSession> between(UUID hub, LocalDate from, LocalDate to);

    /** The hub closes on these days: what is on them by now was not put there although it is closed. */
    void closed(UUID hub, LocalDate from, LocalDate to);

    /** At which of these hubs anything is, was or will be held, or anybody walked in. */
    Set<UUID> used(Collection<UUID> hubs);

    /** Whether a session is still to come at any hub of the council. */
    boolean anyToCome();
}
