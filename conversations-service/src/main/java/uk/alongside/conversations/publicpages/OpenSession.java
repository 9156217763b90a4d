package uk.alongside.conversations.publicpages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * A session that is in the future or in progress.
 *
 * @param slots how many of its slots are not over; none for a drop-in session
 * @param left how many places are free in them
 */
record OpenSession(UUID hub, LocalDate date, LocalTime starts, LocalTime ends, boolean dropIn, int slots, int left) {

    DayOfWeek day() {
        return date.getDayOfWeek();
    }

    public boolean hasPlaces() {
        return !dropIn && left > 0;
    }
}
