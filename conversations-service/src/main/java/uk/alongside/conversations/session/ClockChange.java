package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The effect of a clock change on a session that is held while the clocks change. */
enum ClockChange {
    FORWARD,
    BACK;

    /** Returns the clock change between two instants of a day, or null if the clocks do not change there. */
    static @Nullable ClockChange during(LocalDate day, Instant startsAt, Instant endsAt) {
        var transition = Session.LONDON
                .getRules()
                .nextTransition(day.atStartOfDay(Session.LONDON).toInstant());
        if (!transition.getDateTimeBefore().toLocalDate().equals(day)) {
            return null;
        }
        if (transition.isGap()) {
            boolean met = startsAt.isBefore(transition.getInstant()) && endsAt.isAfter(transition.getInstant());
            return met ? FORWARD : null;
        }
        var repeats = transition.getInstant().minus(transition.getDuration().abs());
        var repeated = transition.getInstant().plus(transition.getDuration().abs());
        return startsAt.isBefore(repeated) && endsAt.isAfter(repeats) ? BACK : null;
    }
}
