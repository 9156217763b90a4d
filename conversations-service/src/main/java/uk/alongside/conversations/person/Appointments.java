package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person has been booked for and when they came without a booking, told to this feature by the one that books. An
 * interface, since bookings know people and people must not know bookings.
 */
public interface Appointments {

    /** One booking of a person, or one time that they came without. */
    record Appointment(
            UUID id,
            String hubName,
            LocalDate date,
            LocalTime starts,
            String status,

            @Schema(description = "They came without a booking; starts is when they came")
            boolean walkIn) {}

    /** The person's bookings and when they walked in, the latest first. */
    List<Appointment> of(UUID person);

    /** The last day on which each of these people came. */
    Map<UUID, LocalDate> lastSeen(Collection<UUID> people);
}
