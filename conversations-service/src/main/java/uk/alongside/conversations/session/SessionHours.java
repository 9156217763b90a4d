package uk.alongside.conversations.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.slot.TimeRange;

/** Converts the local times of a session and its breaks to instants. */
final class SessionHours {

    private SessionHours() {}

    /**
     * Converts a local time to an instant by the rules of the time zone, without arithmetic on offsets. A time that
     * occurs twice means its first occurrence. A time that is left out is refused, because no person could keep the
     * appointment.
     */
    static Instant instant(String field, LocalDate date, LocalTime time) {
        var local = date.atTime(time);
        var rules = Session.LONDON.getRules();
        if (rules.getValidOffsets(local).isEmpty()) {
            var next = rules.getTransition(local).getDateTimeAfter().toLocalTime();
            throw new TimeLeftOut(field, date, time, next).refused();
        }
        return local.toInstant(rules.getValidOffsets(local).getFirst());
    }

    /** Returns the parts of the session between the breaks. */
    static List<TimeRange> open(LocalDate day, SessionPattern pattern, TimeRange whole) {
        var open = new ArrayList<TimeRange>();
        var from = whole.starts();
        var breaks = pattern.breaks().stream()
                .sorted(Comparator.comparing(Break::starts))
                .toList();
        for (var each : breaks) {
            var starts = instant("breaks", day, each.starts());
            var ends = instant("breaks", day, each.ends());
            if (!ends.isAfter(starts) || starts.isBefore(from) || ends.isAfter(whole.ends())) {
                throw new BreakDoesNotFit(each.starts(), each.ends()).refused();
            }
            open.add(new TimeRange(from, starts));
            from = ends;
        }
        open.add(new TimeRange(from, whole.ends()));
        return open;
    }
}
