package uk.alongside.conversations.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;
import uk.alongside.conversations.booking.Booking.AbsenceNext;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.booking.BookingRefusal.NotFollowedUp;
import uk.alongside.conversations.booking.BookingRefusal.NotStarted;
import uk.alongside.conversations.booking.BookingRefusal.NothingToFollowUp;
import uk.alongside.conversations.booking.BookingRefusal.OverlappingBooking;
import uk.alongside.conversations.booking.BookingService.Request;
import uk.alongside.conversations.booking.FollowUp.Outcome;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.place.HoldId;
import uk.alongside.conversations.place.PlaceRefusal.HoldExpired;
import uk.alongside.conversations.place.PlaceRefusal.HubClosed;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.place.PlaceRefusal.SlotOver;
import uk.alongside.conversations.place.PlaceRefusal.SlotWithdrawn;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Bookings")
class BookingController {

    private static final String OVERLAP_CONFIRMED =
            "True once the member of staff has seen that the person has another booking at this time; false if left out";

    private final BookingService bookings;
    private final AttendanceService attendance;

    BookingController(BookingService bookings, AttendanceService attendance) {
        this.bookings = bookings;
        this.attendance = attendance;
    }

    record NewBooking(
            @NotNull PersonId personId,

            @Nullable @Schema(description = "The day on which the person asked; today if left out")
            LocalDate askedOn,

            @Nullable @Schema(description = "Your hold on a place in this slot, which the booking uses up")
            HoldId holdId,

            @Nullable @Schema(description = OVERLAP_CONFIRMED)
            Boolean overlapConfirmed) {}

    @Schema(name = "BookingMove")
    record Move(
            @NotNull SlotId slotId,

            @Nullable @Schema(description = "Your hold on a place in the slot, which the booking uses up")
            HoldId holdId,

            @Nullable @Schema(description = OVERLAP_CONFIRMED)
            Boolean overlapConfirmed) {}

    /** The party that asked to cancel. */
    enum Asking {
        PERSON(CancelledFor.PERSON),
        US(CancelledFor.US);

        private final CancelledFor who;

        Asking(CancelledFor who) {
            this.who = who;
        }

        CancelledFor who() {
            return who;
        }
    }

    @Schema(name = "BookingCancellation")
    record Cancellation(@NotNull Asking askedBy) {}

    record Absence(
            @Nullable AbsenceReason reason,

            @Nullable @Schema(description = "The next step") AbsenceNext next) {}

    record LateArrival(
            @Nullable
            @Schema(description = "The time of the arrival on the day of the booking; left out if no member knows it")
            LocalTime arrived) {}

    @Schema(name = "BookingFollowUp")
    record NewFollowUp(@NotNull Outcome outcome) {}

    @PostMapping("/api/slots/{slotId}/bookings")
    @Operation(operationId = "createBooking", summary = "Book a person into a slot")
    @Answers({
        NotFound.class,
        SlotFull.class,
        SlotOver.class,
        SlotWithdrawn.class,
        HubClosed.class,
        HoldExpired.class,
        AlreadyBooked.class,
        OverlappingBooking.class,
        AskedInTheFuture.class
    })
    @PreAuthorize("hasAuthority('booking:write')")
    Created<BookingView> create(
            @PathVariable SlotId slotId, @IdempotencyKey String key, @Valid @RequestBody NewBooking request) {
        var details = bookings.book(
                slotId,
                new Request(
                        request.personId(),
                        request.askedOn(),
                        request.holdId(),
                        Boolean.TRUE.equals(request.overlapConfirmed())),
                key);
        return new Created<>(
                "/api/bookings/" + details.booking().id().value(), BookingView.of(details), details.version());
    }

    @GetMapping("/api/bookings/{bookingId}")
    @Operation(operationId = "getBooking", summary = "Get one booking")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    Versioned<BookingView> get(@PathVariable BookingId bookingId) {
        var details = bookings.find(bookingId);
        return new Versioned<>(BookingView.of(details), details.version());
    }

    @PostMapping("/api/bookings/{bookingId}/check-in")
    @Operation(
            operationId = "checkIn",
            summary = "Record that the person has come",
            description = "A second request changes nothing.")
    @Answers({NotFound.class, NotToday.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView checkIn(@PathVariable BookingId bookingId) {
        return BookingView.of(attendance.checkIn(bookingId));
    }

    @PostMapping("/api/bookings/{bookingId}/start")
    @Operation(operationId = "startAttendance", summary = "Start the conversation with a person who has come")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView start(@PathVariable BookingId bookingId) {
        return BookingView.of(attendance.start(bookingId));
    }

    @PostMapping("/api/bookings/{bookingId}/finish")
    @Operation(operationId = "finishAttendance", summary = "Finish the conversation with a person who has come")
    @Answers({NotFound.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView finish(@PathVariable BookingId bookingId) {
        return BookingView.of(attendance.finish(bookingId));
    }

    @PostMapping("/api/bookings/{bookingId}/did-not-attend")
    @Operation(
            operationId = "didNotAttend",
            summary = "Record that the person did not come, with the reason and the next step")
    @Answers({NotFound.class, NotStarted.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView didNotAttend(@PathVariable BookingId bookingId, @Valid @RequestBody Absence absence) {
        return BookingView.of(attendance.didNotAttend(bookingId, absence.reason(), absence.next()));
    }

    @PostMapping("/api/bookings/{bookingId}/late-arrival")
    @Operation(
            operationId = "recordLateArrival",
            summary = "Record later, also on another day, that the person came",
            description = "The same member may send this again.")
    @Answers({NotFound.class, NotStarted.class, WrongTimes.class, WrongStatus.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView lateArrival(@PathVariable BookingId bookingId, @Valid @RequestBody LateArrival request) {
        return BookingView.of(attendance.checkInLate(bookingId, request.arrived()));
    }

    @PostMapping("/api/bookings/{bookingId}/follow-up")
    @Operation(
            operationId = "recordFollowUp",
            summary = "Record that a person who did not attend was rung, or need not be rung",
            description = "The same member may send this again.")
    @Answers({NotFound.class, NothingToFollowUp.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView followUp(@PathVariable BookingId bookingId, @Valid @RequestBody NewFollowUp request) {
        return BookingView.of(attendance.followUp(bookingId, request.outcome()));
    }

    @PostMapping("/api/bookings/{bookingId}/follow-up/undo")
    @Operation(
            operationId = "undoFollowUp",
            summary = "Put a person who was recorded as rung by mistake back on the list of people to ring")
    @Answers({NotFound.class, NotFollowedUp.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView undoFollowUp(@PathVariable BookingId bookingId) {
        return BookingView.of(attendance.undoFollowUp(bookingId));
    }

    @PostMapping("/api/bookings/{bookingId}/cancel")
    @Operation(
            operationId = "cancelBooking",
            summary = "Cancel a booking and free its place",
            description = "The booking stays on record.")
    @Answers({NotFound.class, WrongStatus.class, MovedMeanwhile.class})
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView cancel(@PathVariable BookingId bookingId, @Valid @RequestBody Cancellation cancellation) {
        return BookingView.of(bookings.cancel(bookingId, cancellation.askedBy().who()));
    }

    @PostMapping("/api/bookings/{bookingId}/move")
    @Operation(operationId = "moveBooking", summary = "Move a booking to another slot")
    @Answers({
        NotFound.class,
        SlotFull.class,
        SlotOver.class,
        SlotWithdrawn.class,
        HubClosed.class,
        HoldExpired.class,
        AlreadyBooked.class,
        OverlappingBooking.class,
        WrongStatus.class,
        MovedMeanwhile.class
    })
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView move(@PathVariable BookingId bookingId, @Valid @RequestBody Move move) {
        return BookingView.of(
                bookings.move(bookingId, move.slotId(), move.holdId(), Boolean.TRUE.equals(move.overlapConfirmed())));
    }

    @PostMapping("/api/bookings/{bookingId}/undo")
    @Operation(operationId = "undoBookingChange", summary = "Undo your own last change, within two minutes")
    @Answers({
        NotFound.class,
        TooLateToUndo.class,
        AlreadyBooked.class,
        SlotFull.class,
        SlotOver.class,
        SlotWithdrawn.class,
        MovedMeanwhile.class
    })
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView undo(@PathVariable BookingId bookingId) {
        return BookingView.of(bookings.undo(bookingId));
    }
}
