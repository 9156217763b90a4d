package uk.alongside.conversations.booking;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.BookingRefusal.HoldExpired;
import uk.alongside.conversations.booking.BookingRefusal.SlotFull;
import uk.alongside.conversations.booking.BookingRefusal.SlotOver;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "booking")
class HoldController {

    private final HoldService holds;

    HoldController(HoldService holds) {
        this.holds = holds;
    }

    record HoldView(UUID id, UUID slotId, Instant expiresAt) {

        static HoldView of(Hold hold) {
            return new HoldView(hold.id(), hold.slot(), hold.expiresAt());
        }
    }

    @PostMapping("/api/slots/{slotId}/holds")
    @ResponseStatus(CREATED)
    @Operation(operationId = "createHold", summary = "Keep a place for ten minutes while you book; it counts for all")
    @Answers({NotFound.class, SlotFull.class, SlotOver.class, HoldExpired.class})
    @PreAuthorize("hasAuthority('booking:write')")
    HoldView hold(@PathVariable UUID slotId, @IdempotencyKey String key) {
        return HoldView.of(holds.hold(slotId, key));
    }

    @DeleteMapping("/api/holds/{holdId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteHold", summary = "Give back a place that you keep")
    @PreAuthorize("hasAuthority('booking:write')")
    void release(@PathVariable UUID holdId) {
        holds.release(holdId);
    }
}
