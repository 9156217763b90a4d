package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Lists a person's bookings, or the visits without a booking. An interface is used because the features that know them
 * depend on people, and people must not depend on these features.
 */
public interface Appointments {

    /** One booking of a person, or one visit without a booking. */
    record Appointment(
            UUID id,
            String hubName,
            LocalDate date,
            LocalTime starts,
            String status,

            @Schema(description = "The person came without a booking; starts is the time of arrival")
            boolean walkIn) {}

    /** Returns what this feature knows of, in any order. */
    List<Appointment> of(PersonId person);
}
