package uk.alongside.conversations.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.conversation.ConversationRefusal.DayInFuture;
import uk.alongside.conversations.conversation.ConversationRefusal.NotArrived;
import uk.alongside.conversations.conversation.ConversationRefusal.PersonNotKnown;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.conversations.walkin.WalkInId;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.problem.Refused;

/** Finds out whom a new record is about, and when and where they were: from a visit, or as the caller says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordedVisits {

    private final Bookings bookings;
    private final WalkIns walkIns;
    private final AttendanceRegister register;
    private final Slots slots;
    private final PersonDirectory people;
    private final HubDirectory hubs;
    private final Clock clock;

    RecordedVisits(
            Bookings bookings,
            WalkIns walkIns,
            AttendanceRegister register,
            Slots slots,
            PersonDirectory people,
            HubDirectory hubs,
            Clock clock) {
        this.bookings = bookings;
        this.walkIns = walkIns;
        this.register = register;
        this.slots = slots;
        this.people = people;
        this.hubs = hubs;
        this.clock = clock;
    }

    /** The request of a caller: one visit, or people with a day and a hub. */
    record Start(
            @Nullable BookingId booking,
            @Nullable WalkInId walkIn,
            List<PersonId> people,
            @Nullable LocalDate day,
            @Nullable HubId hub) {}

    /** The facts with which a record begins. */
    record Facts(
            @Nullable AttendanceId attendance,
            List<PersonId> people,
            LocalDate day,
            @Nullable HubId hub) {}

    Facts of(Start start) {
        if (start.booking() != null) {
            return booked(start.booking());
        }
        return start.walkIn() != null ? walkedIn(start.walkIn()) : withoutVisit(start);
    }

    private Facts booked(BookingId id) {
        var booking = bookings.findById(id.value()).orElseThrow(Refused::notFound);
        var attendance = recorded(booking.attendance());
        var slot = slots.find(booking.slot()).orElseThrow();
        return new Facts(attendance, List.of(booking.person()), slot.date(), slot.hub());
    }

    private Facts walkedIn(WalkInId id) {
        var walkIn = walkIns.findById(id.value()).orElseThrow(Refused::notFound);
        var attendance = recorded(walkIn.attendance());
        if (walkIn.person() == null) {
            throw new PersonNotKnown().refused();
        }
        return new Facts(attendance, List.of(walkIn.person()), walkIn.day(), walkIn.hub());
    }

    private AttendanceId recorded(@Nullable AttendanceId attendance) {
        if (register.find(attendance).isEmpty()) {
            throw new NotArrived().refused();
        }
        return requireNonNull(attendance);
    }

    private Facts withoutVisit(Start start) {
        var today = LocalDate.now(clock);
        var day = start.day() == null ? today : start.day();
        if (day.isAfter(today)) {
            throw new DayInFuture().refused();
        }
        var with = start.people().stream().distinct().toList();
        if (people.find(with).size() < with.size()) {
            throw Refused.notFound();
        }
        // The hub is locked for planning, so that no other request undoes its import at the same time.
        var hub = start.hub();
        if (hub != null && hubs.findForPlanning(hub).isEmpty()) {
            throw Refused.notFound();
        }
        return new Facts(null, with, day, hub);
    }
}
