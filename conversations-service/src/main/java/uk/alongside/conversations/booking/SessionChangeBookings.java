package uk.alongside.conversations.booking;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.booking.BookingChanged.Cause;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.ExtraPlaceService;
import uk.alongside.conversations.place.Places;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.TimeRange;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;

/**
 * The bookings in the slots of sessions that are being changed, and the effects of the change on them. Every method is
 * called in the transaction of the change, with the slots' rows locked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SessionChangeBookings {

    private final Bookings bookings;
    private final ExtraPlaceService extraPlaces;
    private final AttendanceRegister register;
    private final Places places;
    private final OtherBookings others;
    private final DayChanges days;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    SessionChangeBookings(
            Bookings bookings,
            ExtraPlaceService extraPlaces,
            AttendanceRegister register,
            Places places,
            OtherBookings others,
            DayChanges days,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.extraPlaces = extraPlaces;
        this.register = register;
        this.places = places;
        this.others = others;
        this.days = days;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A booking that is not cancelled; it is expected while the person has not come. */
    public record ActiveBooking(BookingId id, SlotId slot, PersonId person, boolean expected) {}

    /** Lists the active bookings in these slots. No other request changes them until this transaction ends. */
    public List<ActiveBooking> on(Collection<SlotId> slotIds) {
        return active(slotIds).stream()
                .map(booking -> new ActiveBooking(
                        booking.id(), booking.slot(), booking.person(), booking.status() == Booking.Status.EXPECTED))
                .toList();
    }

    /**
     * Cancels, on the council's behalf, every booking in these slots whose person is still expected, and frees its
     * place. The record of a person who has come stays, whatever happens to the session.
     */
    public void cancel(Collection<SlotId> slotIds, CancelCause cause, @Nullable String reason) {
        places.releaseHolds(slotIds);
        cancelEach(active(slotIds), cause, reason);
    }

    /** Cancels those of the bookings in these slots that a member chose, and frees their places. */
    public void cancelChosen(
            Set<BookingId> chosen, Collection<SlotId> slotIds, CancelCause cause, @Nullable String reason) {
        cancelEach(
                active(slotIds).stream()
                        .filter(booking -> chosen.contains(booking.id()))
                        .toList(),
                cause,
                reason);
    }

    private void cancelEach(Collection<Booking> active, CancelCause cause, @Nullable String reason) {
        for (var booking : active) {
            if (booking.status() == Booking.Status.EXPECTED
                    && booking.cancelWithItsSession(
                            cause, reason, Caller.current().member().value(), clock)) {
                audit.changed(Booking.KIND, booking.id().value(), "cancelled");
                audit.changed("person", booking.person().value(), "booking-cancelled");
                var slot = places.giveBack(booking.slot());
                days.changed(slot.hubDay());
                events.publishEvent(new BookingChanged(
                        booking.id(), booking.person(), slot, null, Cause.valueOf(cause.name()), reason));
            }
        }
    }

    /**
     * A booking that moves to another slot.
     *
     * @param chosen whether a member chose the slot; if not, the booking moves along with its session
     */
    public record Move(ActiveBooking booking, SlotId to, boolean chosen) {}

    /**
     * Moves active bookings to other slots, which had enough places when the change was planned. Returns the first move
     * that is not possible, because another request has since taken the place or booked its person into the slot, or
     * because the person has another booking at the time that a member chose: then the transaction must be rolled back.
     */
    public Optional<Move> move(Collection<Move> moves, CancelCause cause, @Nullable String reason) {
        var byBooking = moves.stream().collect(toMap(move -> move.booking().id(), move -> move));
        var from = moves.stream().map(move -> move.booking().slot()).collect(toSet());
        places.releaseHolds(from);
        for (var booking : active(from)) {
            var move = byBooking.get(booking.id());
            if (move == null) {
                continue;
            }
            var to = places.tryTake(move.to(), null);
            // The check follows the lock on the slot, so that it sees a booking made by another request.
            var elsewhere = others.of(booking.person(), to.slot(), booking.id());
            if (!to.taken()
                    || BookingPolicy.isIn(to.slot(), elsewhere)
                    || (move.chosen() && BookingPolicy.overlapsAny(to.slot(), elsewhere))) {
                return Optional.of(move);
            }
            booking.moveWithItsSession(to.slot().id(), Caller.current().member().value(), clock);
            Stream.ofNullable(booking.attendance()).forEach(register::keepLastChange);
            audit.changed(Booking.KIND, booking.id().value(), "moved");
            audit.changed("person", booking.person().value(), "booking-moved");
            var before = places.giveBack(move.booking().slot());
            days.changed(before.hubDay());
            days.changed(to.slot().hubDay());
            if (booking.status() == Booking.Status.EXPECTED) {
                events.publishEvent(new BookingChanged(
                        booking.id(), booking.person(), before, to.slot(), Cause.valueOf(cause.name()), reason));
            }
        }
        return Optional.empty();
    }

    /** Returns the times from now on at which these people are expected, at any hub of the council. */
    public Map<PersonId, List<TimeRange>> timesOf(Collection<PersonId> people) {
        return others.timesOf(people, clock.instant());
    }

    /** Counts the places that were added to these slots by hand, for slots that have any. */
    public Map<SlotId, Integer> extraPlaces(Collection<SlotId> slotIds) {
        return extraPlaces.count(slotIds);
    }

    /** Locks and returns active bookings. Slots are locked first, so that no person is checked in during a move. */
    private List<Booking> active(Collection<SlotId> slotIds) {
        return slotIds.isEmpty()
                ? List.of()
                : bookings.findForChange(slotIds.stream().map(SlotId::value).toList()).stream()
                        .filter(booking -> booking.status() != Booking.Status.CANCELLED)
                        .toList();
    }
}
