package uk.alongside.conversations.board;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.booking.FollowUp;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.headcount.Headcounts;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.FreeSlot;
import uk.alongside.conversations.place.Holds;
import uk.alongside.conversations.place.Holds.Held;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionTime;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.walkin.WalkIn;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Reads a hub's day, and the free slots in the weeks after it. */
@Service
public class BoardService {

    private static final int MOST_FREE = 60;

    private final Bookings bookings;
    private final WalkIns walkIns;
    private final AttendanceRegister register;
    private final Holds holds;
    private final Headcounts headcounts;
    private final Timetable timetable;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    BoardService(
            Bookings bookings,
            WalkIns walkIns,
            AttendanceRegister register,
            Holds holds,
            Headcounts headcounts,
            Timetable timetable,
            HubDirectory hubs,
            PersonDirectory people,
            Team team,
            Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.walkIns = walkIns;
        this.register = register;
        this.holds = holds;
        this.headcounts = headcounts;
        this.timetable = timetable;
        this.hubs = hubs;
        this.people = people;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The content of a board: bookings by slot, held places, and people by id.
     *
     * @param next the next session after this day, on a day without sessions only
     */
    public record Board(
            HubName hub,
            LocalDate date,
            LocalDate today,
            Instant now,
            List<SessionTime> sessions,
            Map<SlotId, List<Booking>> bookings,
            Held held,
            Map<PersonId, PersonCard> people,
            Map<UUID, String> members,
            List<WalkIn> walkIns,
            Map<AttendanceId, Attendance> attendances,
            Map<SessionId, Integer> headcounts,
            Optional<SessionTime> next) {

        int booked() {
            return count(booking -> booking.status() != Booking.Status.CANCELLED);
        }

        int arrived() {
            return count(booking -> booking.status() == Booking.Status.CAME);
        }

        /** Returns the attendance of this id, if there is an id. */
        @Nullable
        Attendance attendance(@Nullable AttendanceId id) {
            return id == null ? null : attendances.get(id);
        }

        /** Returns the name of the member who talks with the person, once the conversation has started. */
        @Nullable
        String practitioner(@Nullable AttendanceId id) {
            var attendance = attendance(id);
            return attendance == null || attendance.practitionerId() == null
                    ? null
                    : members.get(attendance.practitionerId());
        }

        private int count(Predicate<Booking> which) {
            return (int) bookings.values().stream()
                    .flatMap(List::stream)
                    .filter(which)
                    .count();
        }

        /** Counts the places that can still be booked. */
        int placesLeft() {
            return sessions.stream()
                    .filter(session -> !session.hubClosed())
                    .flatMap(session -> session.slots().stream())
                    .filter(slot -> !slot.isOver(now))
                    .mapToInt(this::left)
                    .sum();
        }

        /** Counts the places that the caller can book, with those that the caller keeps. */
        int left(SlotTime slot) {
            return slot.left() + kept(slot);
        }

        int kept(SlotTime slot) {
            return held.own().getOrDefault(slot.id(), 0);
        }

        int heldByOthers(SlotTime slot) {
            return held.all().getOrDefault(slot.id(), 0) - kept(slot);
        }
    }

    @Transactional
    public Board day(HubId hubId, LocalDate date) {
        var hub = hub(hubId);
        var sessions = timetable.day(hubId, date);
        var slots = sessions.stream()
                .flatMap(session -> session.slots().stream())
                .map(SlotTime::id)
                .toList();
        var booked = slots.isEmpty()
                ? List.<Booking>of()
                : bookings
                        .findBySlotIdInOrderByBookedAt(
                                slots.stream().map(SlotId::value).toList())
                        .stream()
                        .filter(booking -> !booking.isUndone())
                        .toList();
        var queue = walkIns.findByHubIdAndDayOrderByArrivedAt(hubId.value(), date);
        var attendances = register.find(Stream.concat(
                        booked.stream().map(Booking::attendance), queue.stream().map(WalkIn::attendance))
                .flatMap(Stream::ofNullable));
        var expected = Stream.concat(
                        booked.stream().map(Booking::person),
                        queue.stream().flatMap(walkIn -> Stream.ofNullable(walkIn.person())))
                .distinct()
                .toList();
        audit.read("day", List.of(hubId.value()));
        audit.value("day", null, date.toString());
        audit.read("person", expected.stream().map(PersonId::value).toList());
        return new Board(
                hub,
                date,
                LocalDate.now(clock),
                clock.instant(),
                sessions,
                booked.stream().collect(groupingBy(Booking::slot)),
                holds.count(slots),
                people.find(expected),
                team.names(Stream.concat(
                                attendances.values().stream().map(Attendance::practitionerId),
                                booked.stream()
                                        .flatMap(booking -> Stream.ofNullable(booking.followUp()))
                                        .map(FollowUp::followedUpById))
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList()),
                queue,
                attendances,
                headcounts.of(sessions.stream().map(SessionTime::id).toList()),
                sessions.isEmpty() ? timetable.nextAfter(hubId, date) : Optional.empty());
    }

    @Transactional(readOnly = true)
    Page<FreeSlot, SlotId> free(HubId hubId, @Nullable LocalDate from, @Nullable SlotId after) {
        var hub = hub(hubId);
        var first = from == null ? LocalDate.now(clock) : from;
        var kept = holds.countOwn();
        var page = Page.ofRest(
                timetable.free(hub.id(), first, after, clock.instant(), kept.keySet(), MOST_FREE + 1),
                SlotTime::id,
                MOST_FREE);
        var closed = timetable.hiddenByClosure(hub.id(), page.items());
        return new Page<>(
                page.items().stream()
                        .filter(slot -> !closed.contains(slot.session()))
                        .map(slot -> FreeSlot.of(slot, kept.getOrDefault(slot.id(), 0)))
                        .toList(),
                page.next());
    }

    private HubName hub(HubId id) {
        return hubs.find(id).orElseThrow(Refused::notFound);
    }
}
