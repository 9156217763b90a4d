package uk.alongside.conversations.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.board.BoardService.Board;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.Booking.AbsenceNext;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.BookingStatus;
import uk.alongside.conversations.booking.FollowUp;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.Need;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionTime;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.walkin.QueuedWalkIn;
import uk.alongside.conversations.walkin.WalkInView;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "Days")
class BoardController {

    private final BoardService board;
    private final DayWatch watch;

    BoardController(BoardService board, DayWatch watch) {
        this.board = board;
        this.watch = watch;
    }

    record Day(
            DayHub hub,
            LocalDate date,

            @Schema(description = "Whether this is today by the service's clock")
            boolean today,

            DayCounts counts,
            List<DaySession> sessions,

            @Schema(description = "The people who came without a booking, in the order of their arrival")
            List<WalkInView> walkIns,

            @Schema(description = "The next session after this day, on a day without sessions") @Nullable
            NextSession next) {

        static Day of(Board board) {
            return new Day(
                    new DayHub(board.hub().id(), board.hub().name()),
                    board.date(),
                    board.date().equals(board.today()),
                    new DayCounts(
                            board.booked(),
                            board.arrived(),
                            board.walkIns().size(),
                            board.headcounts().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum(),
                            board.placesLeft()),
                    board.sessions().stream()
                            .map(session -> DaySession.of(session, board))
                            .toList(),
                    board.walkIns().stream()
                            .map(walkIn -> WalkInView.of(new QueuedWalkIn(
                                    walkIn,
                                    board.attendance(walkIn.attendance()),
                                    walkIn.person() == null
                                            ? null
                                            : board.people().get(walkIn.person()),
                                    board.practitioner(walkIn.attendance()))))
                            .toList(),
                    board.next()
                            .map(next -> new NextSession(next.date(), next.starts()))
                            .orElse(null));
        }
    }

    record DayHub(HubId id, String name) {}

    record DayCounts(
            int booked,
            int arrived,
            int walkIns,

            @Schema(description = "The people who came without giving a name, by the head counts of the sessions")
            int withoutName,

            @Schema(description = "Places in slots that are not over, on a day on which the hub is open")
            int placesLeft) {}

    record NextSession(LocalDate date, LocalTime starts) {}

    record DaySession(
            SessionId id,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,
            @Nullable String room,

            @Schema(description = "Whether the session was cancelled after a person had come")
            boolean cancelled,

            @Schema(
                    description =
                            "Whether the hub closed for this day after the session was planned; residents do not see the session")
            boolean hubClosed,

            @Nullable
            @Schema(description = "The number of people who came without giving a name; absent if it is not recorded")
            Integer headcount,

            List<DaySlot> slots) {

        static DaySession of(SessionTime session, Board board) {
            return new DaySession(
                    session.id(),
                    session.starts(),
                    session.ends(),
                    session.kind(),
                    session.room(),
                    session.cancelled(),
                    session.hubClosed(),
                    board.headcounts().get(session.id()),
                    session.slots().stream()
                            .map(slot -> DaySlot.of(slot, session.hubClosed(), board))
                            .toList());
        }
    }

    record DaySlot(
            SlotId id,
            LocalTime starts,
            LocalTime ends,
            int places,
            int taken,

            @Schema(description = "Places that other members of staff keep while they book; they count as taken")
            int held,

            @Schema(
                    description =
                            "Places that you can book, with those that you keep yourself; none if the hub is closed")
            int left,

            Instant startsAt,
            Instant endsAt,
            List<DayBooking> bookings) {

        static DaySlot of(SlotTime slot, boolean hubClosed, Board board) {
            return new DaySlot(
                    slot.id(),
                    slot.starts(),
                    slot.ends(),
                    slot.places(),
                    slot.taken(),
                    board.heldByOthers(slot),
                    hubClosed ? 0 : board.left(slot),
                    slot.startsAt(),
                    slot.endsAt(),
                    board.bookings().getOrDefault(slot.id(), List.of()).stream()
                            .map(booking -> DayBooking.of(
                                    booking,
                                    slot,
                                    board,
                                    Objects.requireNonNull(board.people().get(booking.person()))))
                            .toList());
        }
    }

    record DayBooking(
            BookingId id,
            PersonId personId,
            String personName,
            String personReference,
            BookingStatus status,

            @Schema(description = "Whether the person is still expected ten minutes after the start")
            boolean late,

            @Nullable Instant arrivedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,

            @Nullable @Schema(description = "The member of staff who talks with the person")
            String withName,

            @Nullable AbsenceReason absenceReason,
            @Nullable AbsenceNext absenceNext,

            @Schema(description = "How the call to a person who did not attend was finished, if it was")
            FollowUp.@Nullable Details followUp,

            @Nullable CancelledFor cancelledFor,

            @Nullable @Schema(description = "The change of the session that cancelled the booking, if one did")
            CancelCause cancelCause,

            List<Need> needs) {

        static DayBooking of(Booking booking, SlotTime slot, Board board, PersonCard person) {
            var attendance = board.attendance(booking.attendance());
            return new DayBooking(
                    booking.id(),
                    person.id(),
                    person.name(),
                    person.reference(),
                    BookingStatus.of(booking.status(), attendance),
                    booking.isLate(slot, board.now()),
                    attendance == null ? null : attendance.arrivedAt(),
                    attendance == null ? null : attendance.startedAt(),
                    attendance == null ? null : attendance.finishedAt(),
                    board.practitioner(booking.attendance()),
                    booking.absenceReason(),
                    booking.absenceNext(),
                    booking.followUp() == null ? null : booking.followUp().details(board.members()),
                    booking.cancelledFor(),
                    booking.cancelCause(),
                    person.needs());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "DayBooking[id=" + id + "]";
        }
    }

    @GetMapping("/api/hubs/{hubId}/days/{date}")
    @Operation(operationId = "getDay", summary = "Get a day at a hub: sessions, slots, bookings and walk-ins")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    Day day(@PathVariable HubId hubId, @PathVariable LocalDate date) {
        return Day.of(board.day(hubId, date));
    }

    @GetMapping(path = "/api/hubs/{hubId}/days/{date}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "watchDay",
            summary = "Watch a day at a hub",
            description = "Sends an event named changed, with a number, at once and each time that the day changes.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    void watch(
            @PathVariable HubId hubId,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "300")
                    @Schema(description = "The longest time for which the stream stays open")
                    @Min(1)
                    @Max(300)
                    int seconds,
            HttpServletResponse response)
            throws IOException {
        var board = watch.open(hubId, date, Duration.ofSeconds(seconds), response.getOutputStream());
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        board.run();
    }
}
