package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Lists a person's bookings, and their visits without a booking. An interface is used because bookings depend on people,
 * and people must not depend on bookings.
 */
public interface Appointments {

    /** One booking of a person, or one visit without a booking. */
    record Appointment(
            UUID id,
            String hubName,
            LocalDate date,
            LocalTime starts,
            String status,

            @Schema(description = "They came without a booking; starts is when they came")
            boolean walkIn) {}

    /** Returns the person's bookings and visits without a booking, the latest first. */
    List<Appointment> of(UUID person);
}
