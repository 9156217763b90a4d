package uk.alongside.conversations.paper;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.AttendanceService;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.BookingService;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.headcount.HeadcountRefusal.SessionNotBegun;
import uk.alongside.conversations.headcount.HeadcountService;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.paper.PaperRefusal.CurrentRow;
import uk.alongside.conversations.paper.PaperRefusal.Reason;
import uk.alongside.conversations.paper.PaperRefusal.RowKind;
import uk.alongside.conversations.paper.PaperRefusal.RowProblem;
import uk.alongside.conversations.paper.PaperRefusal.RowsRejected;
import uk.alongside.conversations.paper.PaperRefusal.StaleRows;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.Places;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.conversations.walkin.WalkIn.Arrival;
import uk.alongside.conversations.walkin.WalkInService;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Reads the rows of a session for a record from paper, and saves what the paper says. */
@Service
class PaperService {

    private final Bookings bookings;
    private final AttendanceRegister register;
    private final AttendanceService attendance;
    private final BookingService cancellations;
    private final WalkIns walkIns;
    private final WalkInService arrivals;
    private final HeadcountService headcounts;
    private final Timetable timetable;
    private final Slots slots;
    private final Places places;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    PaperService(
            Bookings bookings,
            AttendanceRegister register,
            AttendanceService attendance,
            BookingService cancellations,
            WalkIns walkIns,
            WalkInService arrivals,
            HeadcountService headcounts,
            Timetable timetable,
            Slots slots,
            Places places,
            HubDirectory hubs,
            PersonDirectory people,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.register = register;
        this.attendance = attendance;
        this.cancellations = cancellations;
        this.walkIns = walkIns;
        this.arrivals = arrivals;
        this.headcounts = headcounts;
        this.timetable = timetable;
        this.slots = slots;
        this.places = places;
        this.hubs = hubs;
        this.people = people;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer on paper to whether a person came. */
    enum Outcome {
        CAME,
        DID_NOT_COME,
        CANCELLED
    }

    /** The row of a booking: the version that the caller read, and what the paper says. */
    record BookingRow(
            BookingId booking,
            long version,
            Outcome outcome,
            @Nullable LocalTime arrived) {}

    /** The row of a person who came without a booking. Without a time they arrived when the session began. */
    record WalkInRow(Arrival arrival, @Nullable LocalTime arrived) {}

    /** The number of people who came without giving a name, and the version of the head count that the caller read. */
    record Counted(int people, long version) {}

    /** All that is on the paper. */
    record Paper(
            List<BookingRow> bookings,
            List<WalkInRow> walkIns,
            @Nullable Counted headcount) {}

    /** A booking of the session with its person. */
    record Row(Booking booking, @Nullable Attendance attendance, SlotTime slot, PersonCard person) {

        long version() {
            return booking.versionWith(attendance);
        }

        BookingStatus status() {
            return BookingStatus.of(booking.status(), attendance);
        }
    }

    /** The session with its rows in the order of their times. */
    record Sheet(
            SessionTime session, HubName hub, List<Row> rows, int walkInsOfDay, HeadcountService.Shown headcount) {}

    @Transactional
    Sheet find(SessionId id) {
        var session = session(id);
        var slotsById = slots(id);
        var booked =
                bookings
                        .findBySlotIdInOrderByBookedAt(
                                slotsById.keySet().stream().map(SlotId::value).toList())
                        .stream()
                        .filter(booking -> !booking.isUndone())
                        .toList();
        var attendances = attendances(booked);
        var cards = people.find(booked.stream().map(Booking::person).distinct().toList());
        audit.read("day", List.of(session.hub().value()));
        audit.value("day", null, session.date().toString());
        audit.read("person", cards.keySet().stream().map(PersonId::value).toList());
        var rows = booked.stream()
                .map(booking -> new Row(
                        booking,
                        attendances.get(booking.id()),
                        Objects.requireNonNull(slotsById.get(booking.slot())),
                        Objects.requireNonNull(cards.get(booking.person()))))
                .sorted(Comparator.comparing((Row row) -> row.slot().startsAt())
                        .thenComparing(row -> row.person().name()))
                .toList();
        return new Sheet(
                session,
                hubs.find(session.hub()).orElseThrow(),
                rows,
                walkIns.findByHubIdAndDayOrderByArrivedAt(session.hub().value(), session.date())
                        .size(),
                headcounts.find(id));
    }

    /** Saves all rows, or throws with the reasons why none is saved. The same request again changes nothing. */
    @Transactional
    Sheet record(SessionId id, Paper paper, String key) {
        return requests.once(
                key,
                "POST /api/sessions/" + id.value() + "/paper-records",
                paper,
                _ -> {
                    save(id, paper);
                    return find(id);
                },
                _ -> find(id));
    }

    private void save(SessionId id, Paper paper) {
        var session = session(id);
        if (!paper.walkIns().isEmpty()) {
            hubs.findForPlanning(session.hub());
        }
        var slotsById = slots(id);
        places.lock(slotsById.keySet());
        var booked = lockedBookings(slotsById);
        refuseUnlessCurrent(paper, booked);
        if (session.date().isAfter(LocalDate.now(clock))) {
            throw new SessionNotBegun().refused();
        }
        var rejected = Stream.concat(
                        rejectedBookings(paper, booked, slotsById).stream(), rejectedWalkIns(paper, session).stream())
                .toList();
        if (!rejected.isEmpty()) {
            throw new RowsRejected(rejected).refused();
        }
        paper.bookings().forEach(this::save);
        for (var row : paper.walkIns()) {
            var arrivedAt = arrival(session, row);
            arrivals.recordFromPaper(session.hub(), session.date(), row.arrival(), arrivedAt, end(session, arrivedAt));
        }
        var counted = paper.headcount();
        if (counted != null) {
            headcounts.record(id, counted.version(), counted.people());
        }
    }

    private Map<BookingId, Booking> lockedBookings(Map<SlotId, SlotTime> slotsById) {
        return bookings
                .findForChange(slotsById.keySet().stream().map(SlotId::value).toList())
                .stream()
                .collect(toMap(Booking::id, Function.identity()));
    }

    private void refuseUnlessCurrent(Paper paper, Map<BookingId, Booking> booked) {
        var attendances = attendances(booked.values().stream().toList());
        var changed = new ArrayList<CurrentRow>();
        for (var row : paper.bookings()) {
            var booking = booked.get(row.booking());
            if (booking == null) {
                throw Refused.notFound();
            }
            var visit = attendances.get(booking.id());
            long version = booking.versionWith(visit);
            if (version != row.version()) {
                changed.add(new CurrentRow(
                        booking.id(),
                        BookingStatus.of(booking.status(), visit),
                        visit == null ? null : visit.arrivedAt(),
                        version));
            }
        }
        if (!changed.isEmpty()) {
            throw new StaleRows(changed).refused();
        }
    }

    private List<RowProblem> rejectedBookings(
            Paper paper, Map<BookingId, Booking> booked, Map<SlotId, SlotTime> slotsById) {
        var found = new ArrayList<RowProblem>();
        for (int at = 0; at < paper.bookings().size(); at++) {
            var row = paper.bookings().get(at);
            var booking = Objects.requireNonNull(booked.get(row.booking()));
            var slot = Objects.requireNonNull(slotsById.get(booking.slot()));
            if (booking.status() != Booking.Status.EXPECTED) {
                found.add(new RowProblem(RowKind.BOOKING, at, Reason.RECORDED_ALREADY));
            } else if (row.outcome() == Outcome.DID_NOT_COME && clock.instant().isBefore(slot.startsAt())) {
                found.add(new RowProblem(RowKind.BOOKING, at, Reason.NOT_STARTED));
            } else if (row.outcome() == Outcome.CAME && isInFuture(slot.date(), row.arrived())) {
                found.add(new RowProblem(RowKind.BOOKING, at, Reason.IN_THE_FUTURE));
            }
        }
        return found;
    }

    private List<RowProblem> rejectedWalkIns(Paper paper, SessionTime session) {
        var found = new ArrayList<RowProblem>();
        for (int at = 0; at < paper.walkIns().size(); at++) {
            if (arrival(session, paper.walkIns().get(at)).isAfter(clock.instant())) {
                found.add(new RowProblem(RowKind.WALK_IN, at, Reason.IN_THE_FUTURE));
            }
        }
        return found;
    }

    private void save(BookingRow row) {
        switch (row.outcome()) {
            case CAME -> attendance.recordCame(row.booking(), row.arrived());
            case DID_NOT_COME -> attendance.recordAbsent(row.booking());
            case CANCELLED -> cancellations.recordCancelled(row.booking());
        }
    }

    private boolean isInFuture(LocalDate day, @Nullable LocalTime time) {
        return time != null && at(day, time).isAfter(clock.instant());
    }

    private Instant arrival(SessionTime session, WalkInRow row) {
        return at(session.date(), row.arrived() == null ? session.starts() : row.arrived());
    }

    /** Returns the end of the session, or now while it goes on. A person who arrived later left at once. */
    private Instant end(SessionTime session, Instant arrivedAt) {
        return Collections.max(List.of(
                arrivedAt, Collections.min(List.of(at(session.date(), session.ends()), clock.instant()))));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    private Map<BookingId, Attendance> attendances(List<Booking> booked) {
        var found = register.find(booked.stream().map(Booking::attendance).flatMap(Stream::ofNullable));
        return booked.stream()
                .filter(booking -> booking.attendance() != null && found.containsKey(booking.attendance()))
                .collect(toMap(
                        Booking::id,
                        booking -> Objects.requireNonNull(found.get(Objects.requireNonNull(booking.attendance())))));
    }

    private Map<SlotId, SlotTime> slots(SessionId id) {
        return slots.ofSessions(List.of(id.value())).stream().collect(toMap(SlotTime::id, Function.identity()));
    }

    private SessionTime session(SessionId id) {
        return timetable.sessions(List.of(id.value())).stream().findFirst().orElseThrow(Refused::notFound);
    }
}
