package uk.alongside.conversations.place;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.place.PlaceRefusal.HoldExpired;
import uk.alongside.conversations.place.PlaceRefusal.HubClosed;
import uk.alongside.conversations.place.PlaceRefusal.NoMorePlaces;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.place.PlaceRefusal.SlotOver;
import uk.alongside.conversations.place.PlaceRefusal.SlotWithdrawn;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/**
 * Takes the places of slots and gives them back, for holds and bookings.
 *
 * <p>The rows are always locked in one order: the row of the idempotency key, the person, the slots by their ids,
 * then holds and bookings. Once a slot has been changed, no other transaction can take a place in it until this one ends.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Places {

    private static final int ALTERNATIVES = 3;

    private final Slots slots;
    private final Timetable timetable;
    private final Holds holds;
    private final DayChanges days;
    private final Clock clock;

    Places(Slots slots, Timetable timetable, Holds holds, DayChanges days, Clock clock) {
        this.slots = slots;
        this.timetable = timetable;
        this.holds = holds;
        this.days = days;
        this.clock = clock;
    }

    /** The result of an attempt: the slot as it is now, and whether a place in it was taken. */
    public record Place(SlotTime slot, boolean taken) {}

    /** Takes a place, or throws with the free alternatives. */
    SlotTime take(SlotId id) {
        var place = tryTake(id, null);
        var closed = closedDay(place.slot());
        if (closed != null) {
            throw closed.get().refused();
        }
        if (!place.taken()) {
            throw noneLeft(place.slot()).refused();
        }
        return place.slot();
    }

    /**
     * Tries to take a place, or the held place if there is a hold. If no place is free, a place that the caller holds is
     * taken, even if the caller holds it in another window and the request does not name the hold.
     */
    public Place tryTake(SlotId id, @Nullable HoldId hold) {
        var now = clock.instant();
        if (hold != null) {
            return takeHeld(id, hold, now);
        }
        // An expired hold gives up its place here, so that the request does not wait for the task that releases holds.
        return slots.take(id, now)
                .or(() -> holds.anyExpired(id, now) && releaseExpired(id, now) ? slots.take(id, now) : Optional.empty())
                .map(slot -> new Place(slot, true))
                .orElseGet(() -> takeOwn(id, now));
    }

    private Place takeOwn(SlotId id, Instant now) {
        var member = Caller.current().member().value();
        if (!holds.anyOf(id, member, now)) {
            return new Place(slot(id), false);
        }
        var slot = lock(id);
        return new Place(slot, !slot.isOver(now) && holds.consumeAny(id, member, now));
    }

    private SlotTime lock(SlotId id) {
        return slots.lock(List.of(id)).stream().findFirst().orElseThrow(Refused::notFound);
    }

    private Place takeHeld(SlotId id, HoldId hold, Instant now) {
        var slot = lock(id);
        if (slot.withdrawn()) {
            return new Place(slot, false);
        }
        var member = Caller.current().member().value();
        if (!holds.consume(hold, id, member, now) && !holds.consumeAny(id, member, now)) {
            throw new HoldExpired(FreeSlot.all(alternativesWith(slot, now))).refused();
        }
        return new Place(slot, !slot.isOver(now));
    }

    /** Tries to take a place that was given back by mistake, even if its slot is over. */
    public Place tryTakeAgain(SlotId id) {
        return slots.takeAgain(id)
                .or(() -> releaseExpired(id, clock.instant()) ? slots.takeAgain(id) : Optional.empty())
                .map(slot -> new Place(slot, true))
                .orElseGet(() -> new Place(slot(id), false));
    }

    /** Releases the slot's expired holds, and returns whether a place has become free. */
    boolean releaseExpired(SlotId id, Instant now) {
        lock(List.of(id));
        int released = holds.deleteExpired(id, now);
        if (released > 0) {
            days.changed(slots.giveBack(id, released).orElseThrow().hubDay());
        }
        return released > 0;
    }

    /** Releases every hold on these slots. A member who then tries to book learns that the hold has expired. */
    public void releaseHolds(Collection<SlotId> ids) {
        holds.deleteAll(ids).forEach((slot, count) -> slots.giveBack(slot, count));
    }

    /** Gives a place back, and returns the slot. */
    public SlotTime giveBack(SlotId id) {
        return slots.giveBack(id, 1).orElseThrow();
    }

    /** Locks these slots until the transaction ends. */
    public void lock(Collection<SlotId> ids) {
        slots.lock(ids);
    }

    /** Adds one place, or throws with the reason. */
    SlotTime extend(SlotId id) {
        var now = clock.instant();
        return slots.extend(id, now).orElseThrow(() -> {
            var slot = slot(id);
            return slot.isOver(now) || slot.withdrawn() ? noneLeft(slot).refused() : new NoMorePlaces().refused();
        });
    }

    SlotTime slot(SlotId id) {
        return slots.find(id).orElseThrow(Refused::notFound);
    }

    /** Returns why no place could be taken, with the nearest free slots. */
    public PlaceRefusal noneLeft(SlotTime slot) {
        var now = clock.instant();
        var alternatives = FreeSlot.all(timetable.freeNear(slot, now, ALTERNATIVES));
        if (slot.withdrawn()) {
            return new SlotWithdrawn(alternatives);
        }
        return slot.isOver(now) ? new SlotOver(alternatives) : new SlotFull(alternatives);
    }

    /** Returns the refusal of a place on a day for which the hub closed later, or null if the hub is open. */
    public @Nullable Supplier<HubClosed> closedDay(SlotTime slot) {
        return timetable.hiddenByClosure(slot.hub(), List.of(slot)).isEmpty()
                ? null
                : () -> new HubClosed(FreeSlot.all(timetable.freeNear(slot, clock.instant(), ALTERNATIVES)));
    }

    /** Lists the slot first if it is still free, then the nearest others. Expired holds are released first. */
    private List<SlotTime> alternativesWith(SlotTime slot, Instant now) {
        releaseExpired(slot.id(), now);
        return Stream.concat(
                        Stream.of(slot(slot.id())).filter(here -> here.isFree(now)),
                        timetable.freeNear(slot, now, ALTERNATIVES).stream())
                .limit(ALTERNATIVES)
                .toList();
    }
}
