package uk.alongside.conversations.booking;

import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.BookingService.Booked;
import uk.alongside.conversations.booking.BookingService.Request;

@RestController
@Tag(name = "booking")
class BookingController {

    private final BookingService bookings;

    BookingController(BookingService bookings) {
        this.bookings = bookings;
    }

    record NewBooking(
            @NotNull UUID personId,

            @Nullable @Schema(description = "The day on which they asked; today if left out")
            LocalDate askedOn) {}

    record BookingView(
            UUID id,
            UUID slotId,
            UUID sessionId,
            String hubName,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            UUID personId,
            String personName,
            Booking.Status status,
            LocalDate askedOn,
            @Nullable Instant arrivedAt) {

        static BookingView of(Booked booked) {
            var booking = booked.booking();
            var slot = booked.slot();
            return new BookingView(
                    booking.id(),
                    slot.id(),
                    slot.session(),
                    booked.hub().name(),
                    slot.date(),
                    slot.starts(),
                    slot.ends(),
                    booking.person(),
                    booked.person().name(),
                    booking.status(),
                    booking.askedOn(),
                    booking.arrivedAt());
        }
    }

    @PostMapping("/api/slots/{slotId}/bookings")
    @ResponseStatus(CREATED)
    @Operation(operationId = "createBooking", summary = "Book a person into a slot")
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView book(
            @PathVariable UUID slotId,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody NewBooking request) {
        return BookingView.of(bookings.book(slotId, new Request(request.personId(), request.askedOn()), key));
    }

    @PostMapping("/api/bookings/{bookingId}/check-in")
    @Operation(operationId = "checkIn", summary = "Note that the person has come; a second time changes nothing")
    @PreAuthorize("hasAuthority('booking:write')")
    BookingView checkIn(@PathVariable UUID bookingId) {
        return BookingView.of(bookings.checkIn(bookingId));
    }
}
