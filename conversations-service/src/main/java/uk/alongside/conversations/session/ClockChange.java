package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of the clocks, as a day has it or as it affects a session that is held at that time. */
public enum ClockChange {
    FORWARD,
    BACK;

    /** Returns the clock change of a day, or null if the clocks do not change on it. */
    public static @Nullable ClockChange on(LocalDate day) {
        return during(
                day,
                day.atStartOfDay(Session.LONDON).toInstant(),
                day.plusDays(1).atStartOfDay(Session.LONDON).toInstant());
    }

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
