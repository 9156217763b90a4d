package uk.alongside.conversations.booking;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.session.SlotBookings;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;

/** Tells the feature of sessions who is booked, and does to bookings what a change of a session does to them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BookedSlots implements SlotBookings {

    private final Bookings bookings;
    private final Holds holds;
    private final WalkIns walkIns;
    private final ExtraPlaceService extraPlaces;
    private final Timetable timetable;
    private final PersonDirectory people;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    BookedSlots(
            Bookings bookings,
            Holds holds,
            WalkIns walkIns,
            ExtraPlaceService extraPlaces,
            Timetable timetable,
            PersonDirectory people,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.walkIns = walkIns;
        this.extraPlaces = extraPlaces;
        this.timetable = timetable;
        this.people = people;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<TouchedBooking> on(Collection<UUID> slotIds) {
        return standing(slotIds).stream()
                .map(booking -> new TouchedBooking(
                        booking.id(), booking.slot(), booking.person(), booking.status() == Booking.Status.EXPECTED))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        people.find(ids).forEach((id, person) -> names.put(id, person.name()));
        return names;
    }

    @Override
    public List<UUID> walkedInto(Collection<UUID> hubs) {
        return walkIns.findHubsWithAny(hubs);
    }

    /** Only who is still expected: somebody who came has been here, whatever becomes of the session. */
    @Override
    public void cancel(Collection<UUID> slotIds, String reason) {
        releaseHolds(slotIds);
        for (var booking : standing(slotIds)) {
            if (booking.status() == Booking.Status.EXPECTED
                    && booking.cancel(CancelledFor.US, reason, Caller.current().member(), clock)) {
                audit.changed(Booking.KIND, booking.id(), "cancelled");
                audit.changed("person", booking.person(), "booking-cancelled");
                timetable.giveBack(booking.slot(), 1);
                timetable.slot(booking.slot()).map(SlotTime::hubDay).ifPresent(days::changed);
            }
        }
    }

    @Override
    public boolean move(Map<UUID, UUID> slots) {
        releaseHolds(slots.keySet());
        for (var booking : standing(slots.keySet())) {
            var from = booking.slot();
            var to = Objects.requireNonNull(slots.get(from));
            boolean taken = timetable.take(to, clock.instant());
            // Asked once the slot is locked, so that whoever was booked into it meanwhile is seen.
            if (!taken
                    || bookings.existsBySlotIdAndPersonIdAndStatusNotAndIdNot(
                            to, booking.person(), Booking.Status.CANCELLED, booking.id())) {
                return false;
            }
            booking.moveWithItsSession(to, Caller.current().member(), clock);
            audit.changed(Booking.KIND, booking.id(), "moved");
            audit.changed("person", booking.person(), "booking-moved");
            timetable.giveBack(from, 1);
            for (var slot : List.of(from, to)) {
                timetable.slot(slot).map(SlotTime::hubDay).ifPresent(days::changed);
            }
        }
        return true;
    }

    @Override
    public Map<UUID, Integer> extraPlaces(Collection<UUID> slotIds) {
        return extraPlaces.count(slotIds);
    }

    /** Who was about to book is told so when they do. */
    private void releaseHolds(Collection<UUID> slotIds) {
        holds.deleteAll(slotIds).forEach(timetable::giveBack);
    }

    /** Under their locks, which come after those of their slots: nobody checks in who is being moved. */
    private List<Booking> standing(Collection<UUID> slotIds) {
        return slotIds.isEmpty()
                ? List.of()
                : bookings.findForChange(slotIds).stream()
                        .filter(booking -> booking.status() != Booking.Status.CANCELLED)
                        .toList();
    }
}
