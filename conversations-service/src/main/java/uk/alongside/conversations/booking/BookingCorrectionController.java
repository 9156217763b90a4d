package uk.alongside.conversations.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.NothingToCorrect;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;
import uk.alongside.conversations.attendance.CorrectedTimes;
import uk.alongside.conversations.attendance.CorrectionId;
import uk.alongside.conversations.attendance.CorrectionList;
import uk.alongside.conversations.booking.BookingController.Asking;
import uk.alongside.conversations.booking.BookingCorrectionService.CorrectedStatus;
import uk.alongside.conversations.booking.BookingCorrectionService.Request;
import uk.alongside.conversations.booking.BookingRefusal.AlreadyBooked;
import uk.alongside.conversations.booking.BookingRefusal.MovedMeanwhile;
import uk.alongside.conversations.booking.BookingRefusal.NotStarted;
import uk.alongside.conversations.booking.BookingRefusal.OverlappingBooking;
import uk.alongside.conversations.booking.BookingRefusal.StaleVersion;
import uk.alongside.conversations.booking.BookingRefusal.WithoutAskedBy;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.place.PlaceRefusal.SlotOver;
import uk.alongside.conversations.place.PlaceRefusal.SlotWithdrawn;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;

@RestController
@Tag(name = "Bookings")
class BookingCorrectionController {

    private final BookingCorrectionService corrections;

    BookingCorrectionController(BookingCorrectionService corrections) {
        this.corrections = corrections;
    }

    @Schema(name = "BookingCorrection")
    record NewCorrection(
            @NotNull CorrectedStatus status,

            @Nullable @Schema(description = "The time of the arrival on the day of the booking; unchanged if left out")
            LocalTime arrived,

            @Nullable @Schema(description = "The time at which the conversation started; unchanged if left out")
            LocalTime started,

            @Nullable @Schema(description = "The time at which the conversation finished; unchanged if left out")
            LocalTime finished,

            @Nullable
            @Schema(description = "The party that asked for the cancellation; only for a booking that is cancelled")
            Asking askedBy,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String reason,

            @Nullable
            @Schema(
                    description =
                            "True once the member of staff has seen that the person has another booking at this time; false if left out")
            Boolean overlapConfirmed) {

        private Request request() {
            return new Request(
                    status,
                    new CorrectedTimes(arrived, started, finished),
                    askedBy == null ? null : askedBy.who(),
                    reason,
                    Boolean.TRUE.equals(overlapConfirmed));
        }

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewCorrection[status=" + status + "]";
        }
    }

    @PostMapping("/api/bookings/{bookingId}/corrections")
    @Operation(
            operationId = "createBookingCorrection",
            summary = "Correct the status and the times of a booking, with the reason",
            description = "A cancelled booking gets its place back only if the place is still free. The place of a"
                    + " booking that is corrected to cancelled is free again.")
    @Answers({
        NotFound.class,
        StaleVersion.class,
        NothingToCorrect.class,
        WrongTimes.class,
        WithoutAskedBy.class,
        NotToday.class,
        NotStarted.class,
        SlotFull.class,
        SlotOver.class,
        SlotWithdrawn.class,
        AlreadyBooked.class,
        OverlappingBooking.class,
        MovedMeanwhile.class
    })
    @PreAuthorize("hasAuthority('booking:write')")
    Created<BookingView> create(
            @PathVariable BookingId bookingId,
            @IfMatch long version,
            @IdempotencyKey String key,
            @Valid @RequestBody NewCorrection request) {
        var details = corrections.correct(bookingId, version, request.request(), key);
        return new Created<>(
                "/api/bookings/" + bookingId.value() + "/corrections", BookingView.of(details), details.version());
    }

    @GetMapping("/api/bookings/{bookingId}/corrections")
    @Operation(
            operationId = "listBookingCorrections",
            summary = "List the corrections of a booking",
            description = "A page has 50 corrections at most. The last correction comes first.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    CorrectionList list(
            @PathVariable BookingId bookingId,
            @RequestParam(required = false)
                    @Nullable
                    @Schema(description = "The last correction of the page before, to get the next page")
                    CorrectionId after) {
        return corrections.list(bookingId, after);
    }
}
