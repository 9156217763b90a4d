package uk.alongside.conversations.publicpages;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which a place is closed out of turn. */
record OpenClosure(UUID hub, LocalDate first, LocalDate last) {

    public String days() {
        return first.equals(last) ? DaysAndTimes.day(first) : DaysAndTimes.day(first) + " to " + DaysAndTimes.day(last);
    }
}
