package uk.alongside.conversations.person;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person has been booked for, told to this feature by the one that books. An interface, since bookings know
 * people and people must not know bookings.
 */
public interface Appointments {

    /** One booking of a person. */
    record Appointment(UUID id, String hubName, LocalDate date, LocalTime starts, String status) {}

    /** The person's bookings, the latest first. */
    List<Appointment> of(UUID person);

    /** The last day on which each of these people came. */
    Map<UUID, LocalDate> lastSeen(Collection<UUID> people);
}
