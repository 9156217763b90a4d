package uk.alongside.conversations.sessionchange;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.rebooking.BookingChoices;
import uk.alongside.conversations.session.SessionPattern;

/** A change of sessions that a member asks for. */
sealed interface SessionChange {

    /** Returns the part of the impact that the request decides, for the hash of the impact. */
    String key();

    /** Returns why bookings are cancelled, if any are. */
    CancelCause cause();

    /** Returns the member's own words on the cancellation, if there are any. */
    @Nullable
    String reason();

    /** Returns what the member chose for affected bookings. */
    BookingChoices choices();

    /**
     * Sessions get a new pattern.
     *
     * @param cancelBookingsWithoutPlace whether bookings for which there is no place and no choice are cancelled;
     *     otherwise the change is rejected
     */
    record Rearrange(Scope scope, SessionPattern pattern, boolean cancelBookingsWithoutPlace, BookingChoices choices)
            implements SessionChange {

        Rearrange withPattern(SessionPattern resolved) {
            return new Rearrange(scope, resolved, cancelBookingsWithoutPlace, choices);
        }

        /** Leaves out the choices for bookings, which a member makes after the preview. */
        @Override
        public String key() {
            return scope + " " + pattern;
        }

        @Override
        public CancelCause cause() {
            return CancelCause.SESSION_CHANGED;
        }

        @Override
        public @Nullable String reason() {
            return null;
        }
    }

    /** Sessions are cancelled with their bookings, except those for which a member chose another place. */
    record Cancel(CancelCause cause, String reason, BookingChoices choices) implements SessionChange {

        @Override
        public String key() {
            return cause.toString();
        }
    }

    /** The sessions to change: this one, this and later ones of its series, or all of the series to come. */
    enum Scope {
        THIS,
        LATER,
        ALL
    }
}
