package uk.alongside.conversations.place;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
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
@Tag(name = "Holds")
class HoldController {

    /** A hold never changes, so its version is always the same. */
    private static final long VERSION = 0;

    private final HoldService holds;

    HoldController(HoldService holds) {
        this.holds = holds;
    }

    @Schema(name = "Hold")
    record HoldView(HoldId id, SlotId slotId, Instant expiresAt) {

        static HoldView of(Hold hold) {
            return new HoldView(hold.id(), hold.slot(), hold.expiresAt());
        }
    }

    @PostMapping("/api/slots/{slotId}/holds")
    @Operation(
            operationId = "createHold",
            summary = "Keep a place for ten minutes while you book",
            description = "The place counts as taken for every member of staff.")
    @Answers({NotFound.class, SlotFull.class, SlotOver.class, SlotWithdrawn.class, HubClosed.class, HoldExpired.class})
    @PreAuthorize("hasAuthority('booking:write')")
    Created<HoldView> create(@PathVariable SlotId slotId, @IdempotencyKey String key) {
        var hold = holds.hold(slotId, key);
        return new Created<>("/api/holds/" + hold.id().value(), HoldView.of(hold), VERSION);
    }

    @GetMapping("/api/holds/{holdId}")
    @Operation(operationId = "getHold", summary = "Get one of your holds")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:write')")
    Versioned<HoldView> get(@PathVariable HoldId holdId) {
        return new Versioned<>(HoldView.of(holds.find(holdId)), VERSION);
    }

    @DeleteMapping("/api/holds/{holdId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteHold", summary = "Give back a place that you keep")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:write')")
    void delete(@PathVariable HoldId holdId) {
        holds.release(holdId);
    }
}
