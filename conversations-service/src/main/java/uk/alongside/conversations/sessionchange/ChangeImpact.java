package uk.alongside.conversations.sessionchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.rebooking.OfferedPlace;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.slot.SlotTime;

/**
 * The impact of a change, with a hash that another booking or change makes invalid.
 *
 * @param names the names of the affected people; none for a member who may not read people
 * @param offers the other free places for each affected booking; only a preview has them
 */
record ChangeImpact(
        List<AffectedSession> sessions,
        Map<PersonId, String> names,
        Map<BookingId, List<OfferedPlace>> offers,
        long impactHash) {

    ChangeImpact(List<AffectedSession> sessions, long impactHash) {
        this(sessions, Map.of(), Map.of(), impactHash);
    }

    /** The effect on a booking: it moves to another slot, or is cancelled where {@code to} is null. */
    record BookingEffect(
            ActiveBooking booking, SlotTime from, @Nullable SlotTime to) {

        BookingEffect movedTo(SlotTime slot) {
            return new BookingEffect(booking, from, slot);
        }

        BookingEffect cancelled() {
            return new BookingEffect(booking, from, null);
        }
    }

    /** A session that changes, its number of bookings, and the effects on those that move or are cancelled. */
    record AffectedSession(Session session, int booked, List<BookingEffect> effects) {

        AffectedSession withEffects(List<BookingEffect> others) {
            return new AffectedSession(session, booked, others);
        }

        int moved() {
            return (int) effects.stream().filter(effect -> effect.to() != null).count();
        }

        int cancelled() {
            return effects.size() - moved();
        }
    }

    Stream<BookingEffect> effects() {
        return sessions.stream().flatMap(each -> each.effects().stream());
    }

    ChangeImpact withNames(Map<PersonId, String> found) {
        return new ChangeImpact(sessions, found, offers, impactHash);
    }

    ChangeImpact withOffers(Map<BookingId, List<OfferedPlace>> found) {
        return new ChangeImpact(sessions, names, found, impactHash);
    }

    /** Leaves the names out, because records are written to logs. */
    @Override
    public String toString() {
        return "ChangeImpact[impactHash=" + impactHash + "]";
    }
}
