package uk.alongside.conversations.peopletotell;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingChanged;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.id.MemberId;

/**
 * A person who must be told that their booking has changed. A booking has one such record at most that is not yet told;
 * a further change replaces what there is to tell.
 *
 * @param was the time that the person knows of
 * @param now the slot of the booking; null if the booking is cancelled
 * @param closure the closure of the hub that is to be told, if one is
 * @param needed whether there is still something to tell: not if the booking is back at the time that the person knows
 */
record PersonToTell(
        PersonToTellId id,
        HubId hub,
        BookingId booking,
        PersonId person,
        Cause cause,
        @Nullable String reason,
        Known was,
        @Nullable SlotId now,
        @Nullable ClosureId closure,
        boolean needed,
        By arisen,
        Attempts attempts,
        @Nullable Told told) {

    /** The reason for which the person must be told. */
    enum Cause {
        SESSION_CHANGED,
        SESSION_CANCELLED,
        SERIES_ENDED,
        CANCELLED_BY_US,
        HUB_CLOSED,
        HUB_REOPENED,
        BOOKING_RESTORED
    }

    /** The way in which the person was told. */
    enum How {
        PHONE,
        TEXT_MESSAGE,
        EMAIL,
        LETTER,
        IN_PERSON,
        NOT_NEEDED
    }

    /** The time that the person knows of. */
    record Known(SlotId slot, Instant startsAt) {

        static Known of(SlotTime slot) {
            return new Known(slot.id(), slot.startsAt());
        }
    }

    /** A moment, and the member of staff who did something then. */
    record By(Instant at, MemberId member) {}

    /** The number of times that staff tried and did not reach the person, and the last of them. */
    record Attempts(int count, @Nullable By last) {

        static final Attempts NONE = new Attempts(0, null);
    }

    record Told(By by, How how) {}

    /** Returns what there is to tell after a change of which the person has not been told anything yet. */
    static PersonToTell of(BookingChanged change, Cause cause, By by) {
        return new PersonToTell(
                new PersonToTellId(UUID.randomUUID()),
                change.before().hub(),
                change.booking(),
                change.person(),
                cause,
                change.reason(),
                Known.of(change.before()),
                change.after() == null ? null : change.after().id(),
                null,
                true,
                by,
                Attempts.NONE,
                null);
    }

    /** Returns what there is to tell when the hub closes, or opens again, at the time of a booking. */
    static PersonToTell of(
            SlotTime slot,
            BookingId booking,
            PersonId person,
            Cause cause,
            ClosureId closure,
            @Nullable String reason,
            By by) {
        return new PersonToTell(
                new PersonToTellId(UUID.randomUUID()),
                slot.hub(),
                booking,
                person,
                cause,
                reason,
                Known.of(slot),
                slot.id(),
                closure,
                true,
                by,
                Attempts.NONE,
                null);
    }

    /**
     * Returns what there is to tell after a further change: nothing to a person who asked for the cancellation or who has
     * come.
     *
     * @param cause the cause of the change, or null if the change itself need not be told
     */
    PersonToTell after(BookingChanged change, @Nullable Cause cause, By by) {
        var slot = change.after();
        boolean closed =
                slot != null && this.cause == Cause.HUB_CLOSED && slot.id().equals(now);
        boolean needed = switch (change.cause()) {
            case CANCELLED_BY_PERSON, CAME -> false;
            default -> slot == null || closed || !slot.startsAt().equals(was.startsAt());
        };
        return new PersonToTell(
                id,
                hub,
                booking,
                person,
                cause != null ? cause : closed ? Cause.HUB_CLOSED : Cause.SESSION_CHANGED,
                cause != null ? change.reason() : reason,
                was,
                slot == null ? null : slot.id(),
                closed ? closure : null,
                needed,
                cause != null ? by : arisen,
                attempts,
                told);
    }

    /** Returns what there is to tell when the hub closes as well. */
    PersonToTell afterClosing(ClosureId closing, String words, By by) {
        return new PersonToTell(
                id, hub, booking, person, Cause.HUB_CLOSED, words, was, now, closing, true, by, attempts, told);
    }

    /** Returns what there is to tell when the hub opens again: a move that was not told before it closed, or nothing. */
    PersonToTell afterReopening(@Nullable Instant startsNow) {
        return new PersonToTell(
                id,
                hub,
                booking,
                person,
                Cause.SESSION_CHANGED,
                null,
                was,
                now,
                null,
                !was.startsAt().equals(startsNow),
                arisen,
                attempts,
                told);
    }

    /** Leaves the reason out, because records are written to logs. */
    @Override
    public String toString() {
        return "PersonToTell[id=" + id + ", cause=" + cause + "]";
    }
}
