package uk.alongside.conversations.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingRefusal.HoldExpired;
import uk.alongside.conversations.booking.BookingRefusal.SlotFull;
import uk.alongside.conversations.booking.BookingRefusal.SlotOver;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/**
 * Takes and gives back the places of slots, for holds and bookings.
 *
 * <p>The rows are always locked in one order: the row of the idempotency key, the person, the slots by their ids,
 * then holds and bookings. Once a slot has been changed, no other transaction can take a place in it until this one ends.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Places {

    private static final int ALTERNATIVES = 3;

    private final Timetable timetable;
    private final Holds holds;
    private final DayChanges days;
    private final Clock clock;

    Places(Timetable timetable, Holds holds, DayChanges days, Clock clock) {
        this.timetable = timetable;
        this.holds = holds;
        this.days = days;
        this.clock = clock;
    }

    SlotTime slot(UUID id) {
        return timetable.slot(id).orElseThrow(Refused::notFound);
    }

    /** Takes a place, or the held place if there is a hold, or throws with the free alternatives. */
    void take(SlotTime slot, @Nullable UUID hold) {
        if (!tryTake(slot, hold)) {
            throw full(slot);
        }
    }

    /** Takes a place that was given back by mistake, even if its slot is over, or throws with the free alternatives. */
    void takeAgain(SlotTime slot) {
        if (!timetable.takeAgain(slot.id())
                && !(releaseExpired(slot.id(), clock.instant()) && timetable.takeAgain(slot.id()))) {
            throw full(slot);
        }
    }

    /** Takes a place as {@link #take} does, but returns false if no place is left. */
    boolean tryTake(SlotTime slot, @Nullable UUID hold) {
        var now = clock.instant();
        if (hold == null) {
            return timetable.take(slot.id(), now) || takeFromExpired(slot.id(), now);
        }
        timetable.lock(List.of(slot.id()));
        if (!holds.consume(hold, slot.id(), Caller.current().member(), now)) {
            throw new HoldExpired(FreeSlot.all(alternativesWith(slot, now))).refused();
        }
        return !slot.isOver(now);
    }

    /** Takes a place from an expired hold, so that the request does not wait for the task that releases holds. */
    private boolean takeFromExpired(UUID slot, Instant now) {
        return holds.anyExpired(slot, now) && releaseExpired(slot, now) && timetable.take(slot, now);
    }

    /** Releases the slot's expired holds, and returns whether a place has become free. */
    boolean releaseExpired(UUID slot, Instant now) {
        timetable.lock(List.of(slot));
        int released = holds.deleteExpired(slot, now);
        if (released > 0) {
            timetable.giveBack(slot, released);
            timetable.slot(slot).map(SlotTime::hubDay).ifPresent(days::changed);
        }
        return released > 0;
    }

    void giveBack(UUID slot) {
        timetable.giveBack(slot, 1);
    }

    Refused full(SlotTime slot) {
        return noneLeft(slot).refused();
    }

    /** Returns why no place could be taken, with the nearest free slots. */
    BookingRefusal noneLeft(SlotTime slot) {
        var now = clock.instant();
        var alternatives = FreeSlot.all(timetable.freeNear(slot, now, ALTERNATIVES));
        return slot.isOver(now) ? new SlotOver(alternatives) : new SlotFull(alternatives);
    }

    /** Lists the slot first if it is still free, then the nearest others. Expired holds are released first. */
    private List<SlotTime> alternativesWith(SlotTime slot, Instant now) {
        releaseExpired(slot.id(), now);
        var others = timetable.freeNear(slot, now, ALTERNATIVES);
        return timetable.isFree(slot.id(), now)
                ? Stream.concat(Stream.of(slot.withAPlaceLeft()), others.stream())
                        .limit(ALTERNATIVES)
                        .toList()
                : others;
    }
}
