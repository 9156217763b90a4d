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
 * The places of slots, as holds and bookings have them.
 *
 * <p>The rows are always locked in one order: the key's, the slots' by their ids, then holds and bookings. From the
 * change of a slot on, nobody else has a place in it until this transaction is done.
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

    /** Takes a place, the one that is held if there is one, or throws with what is free instead. */
    void take(SlotTime slot, @Nullable UUID hold) {
        if (!tryTake(slot, hold)) {
            throw full(slot);
        }
    }

    /** Takes a place back that was given back by mistake, also once its slot is over, or throws as above. */
    void takeAgain(SlotTime slot) {
        if (!timetable.takeAgain(slot.id())
                && !(releaseExpired(slot.id(), clock.instant()) && timetable.takeAgain(slot.id()))) {
            throw full(slot);
        }
    }

    /** As {@link #take}, but says false where there is no place. */
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

    /** The one who needs the place does not wait for the task that tidies up. */
    private boolean takeFromExpired(UUID slot, Instant now) {
        return holds.anyExpired(slot, now) && releaseExpired(slot, now) && timetable.take(slot, now);
    }

    /** Says whether a place has become free. */
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

    /** The slot itself comes first, if it can still be had; a hold that has expired is in nobody's way. */
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
