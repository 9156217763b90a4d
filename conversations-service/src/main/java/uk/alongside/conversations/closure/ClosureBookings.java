package uk.alongside.conversations.closure;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.booking.SessionChangeBookings;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.booking.SessionChangeBookings.Move;
import uk.alongside.conversations.closure.ClosureService.Closing;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.rebooking.AffectedBooking;
import uk.alongside.conversations.rebooking.AffectedBooking.Outcome;
import uk.alongside.conversations.rebooking.AffectedNames;
import uk.alongside.conversations.rebooking.OtherPlaces;
import uk.alongside.conversations.rebooking.OtherPlaces.Affected;
import uk.alongside.conversations.rebooking.RebookingRefusal.ChosenPlaceTaken;
import uk.alongside.conversations.session.SessionsAtHub.PlannedSession;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;

/** The bookings on the days of a closure: which they are, and what a member chose for them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClosureBookings {

    private final Slots slots;
    private final Timetable timetable;
    private final SessionChangeBookings bookings;
    private final OtherPlaces otherPlaces;
    private final AffectedNames names;
    private final Clock clock;

    ClosureBookings(
            Slots slots,
            Timetable timetable,
            SessionChangeBookings bookings,
            OtherPlaces otherPlaces,
            AffectedNames names,
            Clock clock) {
        this.slots = slots;
        this.timetable = timetable;
        this.bookings = bookings;
        this.otherPlaces = otherPlaces;
        this.names = names;
        this.clock = clock;
    }

    /** Lists the expected bookings in these sessions, each with other free places on days on which the hub is open. */
    List<AffectedBooking> affected(HubId hub, Closing closing, List<PlannedSession> planned) {
        var ahead = ahead(slots.ofSessions(ids(planned)));
        var expected = expected(ahead);
        var read =
                names.of(expected.stream().map(ActiveBooking::person).distinct().toList());
        names.auditRead(read);
        var offers = otherPlaces.near(
                hub,
                expected.stream()
                        .map(booking -> new Affected(booking, slot(ahead, booking), false))
                        .toList(),
                slot -> slot.date().isBefore(closing.from()) || slot.date().isAfter(closing.to()));
        return expected.stream()
                .sorted(Comparator.comparing(
                                (ActiveBooking booking) -> slot(ahead, booking).startsAt())
                        .thenComparing(booking -> booking.id().value()))
                .map(booking -> AffectedBooking.of(
                        booking,
                        slot(ahead, booking),
                        Outcome.KEPT,
                        null,
                        read,
                        offers.getOrDefault(booking.id(), List.of())))
                .toList();
    }

    /** Moves and cancels the bookings in these sessions for which this was chosen. The hub is closed on their days. */
    void carryOut(HubId hub, Closing closing, List<PlannedSession> planned) {
        var choices = closing.choices();
        var sessions = ids(planned);
        var locked = slots.findForChange(Stream.concat(sessions.stream(), choices.sessions().stream())
                .distinct()
                .toList());
        var ahead = ahead(locked.stream()
                .filter(slot -> sessions.contains(slot.session()))
                .toList());
        var expected = expected(ahead).stream().collect(toMap(ActiveBooking::id, Function.identity()));
        choices.check(expected.keySet());
        var closed = timetable.hiddenByClosure(hub, locked);
        var open = locked.stream()
                .filter(slot -> slot.hub().equals(hub) && !closed.contains(slot.session()))
                .toList();
        var moves = choices.places(open).entrySet().stream()
                .map(move -> new Move(
                        Objects.requireNonNull(expected.get(move.getKey())),
                        move.getValue().id(),
                        true))
                .toList();
        if (bookings.move(moves, CancelCause.SESSION_CHANGED, closing.reason()).isPresent()) {
            throw new ChosenPlaceTaken().refused();
        }
        bookings.cancelChosen(choices.cancelled(), ahead.keySet(), CancelCause.SESSION_CANCELLED, closing.reason());
    }

    private Map<SlotId, SlotTime> ahead(List<SlotTime> all) {
        return all.stream()
                .filter(slot -> !slot.withdrawn() && !slot.isOver(clock.instant()))
                .collect(toMap(SlotTime::id, Function.identity()));
    }

    private List<ActiveBooking> expected(Map<SlotId, SlotTime> ahead) {
        return bookings.on(ahead.keySet()).stream()
                .filter(ActiveBooking::expected)
                .toList();
    }

    private static SlotTime slot(Map<SlotId, SlotTime> slots, ActiveBooking booking) {
        return Objects.requireNonNull(slots.get(booking.slot()));
    }

    private static List<UUID> ids(List<PlannedSession> planned) {
        return planned.stream().map(PlannedSession::id).toList();
    }
}
