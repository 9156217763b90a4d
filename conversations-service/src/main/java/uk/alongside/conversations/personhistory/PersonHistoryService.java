package uk.alongside.conversations.personhistory;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.walkin.WalkIn;
import uk.alongside.conversations.walkin.WalkInStatus;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Lists a person's bookings and walk-ins, past and future. */
@Service
public class PersonHistoryService {

    private static final int PAGE = 50;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final PersonDirectory people;
    private final MergedPeople merged;
    private final Bookings bookings;
    private final WalkIns walkIns;
    private final AttendanceRegister register;
    private final Timetable timetable;
    private final HubDirectory hubs;
    private final Audit audit;

    PersonHistoryService(
            PersonDirectory people,
            MergedPeople merged,
            Bookings bookings,
            WalkIns walkIns,
            AttendanceRegister register,
            Timetable timetable,
            HubDirectory hubs,
            Audit audit) {
        this.people = people;
        this.merged = merged;
        this.bookings = bookings;
        this.walkIns = walkIns;
        this.register = register;
        this.timetable = timetable;
        this.hubs = hubs;
        this.audit = audit;
    }

    /** Returns a page of the person's bookings and walk-ins, the latest first. */
    @Transactional
    Page<PersonBooking, UUID> list(PersonId id, @Nullable UUID after) {
        if (people.find(id).isEmpty()) {
            throw Refused.notFound();
        }
        var latestFirst = all(id);
        var page = Page.of(latestFirst, PersonBooking::id, after, PAGE);
        audit.read(Booking.KIND, ids(page, false));
        audit.read(WalkIn.KIND, ids(page, true));
        audit.read("person", List.of(id.value()));
        return page;
    }

    /** Returns all bookings and walk-ins of a person who exists, the latest first. The caller audits what it shows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonBooking> all(PersonId id) {
        var ids = merged.ids(id).stream().map(PersonId::value).toList();
        var booked = bookings.findByPersonIdIn(ids).stream()
                .filter(not(Booking::isUndone))
                .toList();
        var walkedIn = walkIns.findByPersonIdIn(ids);
        return describe(booked, walkedIn).stream()
                .sorted(comparing(PersonBooking::date)
                        .thenComparing(PersonBooking::starts)
                        .thenComparing(PersonBooking::id)
                        .reversed())
                .toList();
    }

    private static List<UUID> ids(Page<PersonBooking, UUID> page, boolean walkIns) {
        return page.items().stream()
                .filter(booking -> booking.walkIn() == walkIns)
                .map(PersonBooking::id)
                .toList();
    }

    private List<PersonBooking> describe(List<Booking> booked, List<WalkIn> walkedIn) {
        var attendances = register.find(Stream.concat(
                        booked.stream().map(Booking::attendance),
                        walkedIn.stream().map(WalkIn::attendance))
                .flatMap(Stream::ofNullable));
        var slots = timetable.slots(booked.stream().map(Booking::slot).toList());
        var names = hubs.names(Stream.concat(
                        slots.values().stream().map(SlotTime::hub),
                        walkedIn.stream().map(WalkIn::hub))
                .distinct()
                .toList());
        return Stream.concat(
                        booked.stream()
                                .map(booking -> describe(
                                        booking, requireNonNull(slots.get(booking.slot())), names, attendances)),
                        walkedIn.stream().map(walkIn -> describe(walkIn, names, attendances)))
                .toList();
    }

    private static PersonBooking describe(
            Booking booking, SlotTime slot, Map<HubId, String> names, Map<AttendanceId, Attendance> attendances) {
        return new PersonBooking(
                booking.id().value(),
                slot.hub(),
                names.getOrDefault(slot.hub(), ""),
                slot.date(),
                slot.starts(),
                PersonBooking.Status.of(BookingStatus.of(booking.status(), find(attendances, booking.attendance()))),
                false);
    }

    private static PersonBooking describe(
            WalkIn walkIn, Map<HubId, String> names, Map<AttendanceId, Attendance> attendances) {
        return new PersonBooking(
                walkIn.id().value(),
                walkIn.hub(),
                names.getOrDefault(walkIn.hub(), ""),
                walkIn.day(),
                LocalTime.ofInstant(walkIn.arrivedAt(), LONDON),
                PersonBooking.Status.of(WalkInStatus.of(walkIn.status(), find(attendances, walkIn.attendance()))),
                true);
    }

    private static @Nullable Attendance find(
            Map<AttendanceId, Attendance> attendances, @Nullable AttendanceId attendance) {
        return attendance == null ? null : attendances.get(attendance);
    }
}
