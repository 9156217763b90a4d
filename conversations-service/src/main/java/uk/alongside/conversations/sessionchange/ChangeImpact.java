package uk.alongside.conversations.sessionchange;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Session;

/**
 * The impact of a change, with a hash that another booking or change makes invalid.
 *
 * @param names the names of the affected people; none for a member who may not read people
 */
record ChangeImpact(List<AffectedSession> sessions, Map<PersonId, String> names, long impactHash) {

    /** The effect on a booking: it moves to another time, or is cancelled where {@code to} is null. */
    record BookingEffect(
            ActiveBooking booking, LocalTime from, @Nullable LocalTime to) {}

    /** A session that changes, its number of bookings, and the effects on those that move or are cancelled. */
    record AffectedSession(Session session, int booked, List<BookingEffect> effects) {

        int moved() {
            return (int) effects.stream().filter(effect -> effect.to() != null).count();
        }

        int cancelled() {
            return effects.size() - moved();
        }
    }

    ChangeImpact withNames(Map<PersonId, String> found) {
        return new ChangeImpact(sessions, found, impactHash);
    }

    /** Leaves the names out, because records are written to logs. */
    @Override
    public String toString() {
        return "ChangeImpact[impactHash=" + impactHash + "]";
    }
}
