package uk.alongside.conversations.place;

import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.place.ExtraPlaceService.ExtraPlace;
import uk.alongside.conversations.place.PlaceRefusal.NoMorePlaces;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.place.PlaceRefusal.SlotOver;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.ETags;

@RestController
@Tag(name = "Bookings")
class ExtraPlaceController {

    /** An extra place never changes, so its version is always the same. */
    private static final long VERSION = 0;

    private final ExtraPlaceService extraPlaces;

    ExtraPlaceController(ExtraPlaceService extraPlaces) {
        this.extraPlaces = extraPlaces;
    }

    record NewExtraPlace(
            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String reason) {}

    @Schema(name = "ExtraPlace")
    record ExtraPlaceView(
            UUID id,
            SlotId slotId,

            @Schema(description = "The slot's present number of places")
            int places) {

        static ExtraPlaceView of(ExtraPlace added) {
            return new ExtraPlaceView(added.id(), added.slot(), added.places());
        }
    }

    @PostMapping("/api/slots/{slotId}/extra-places")
    @ResponseStatus(CREATED)
    @Operation(operationId = "createExtraPlace", summary = "Add one place to a slot, with the reason")
    @Answers({NotFound.class, NoMorePlaces.class, SlotFull.class, SlotOver.class})
    @PreAuthorize("hasAuthority('slot:extend')")
    ResponseEntity<ExtraPlaceView> create(
            @PathVariable SlotId slotId, @IdempotencyKey String key, @Valid @RequestBody NewExtraPlace request) {
        var added = extraPlaces.add(slotId, request.reason(), key);
        return ResponseEntity.created(URI.create("/api/extra-places/" + added.id()))
                .eTag(ETags.of(VERSION))
                .body(ExtraPlaceView.of(added));
    }

    @GetMapping("/api/extra-places/{extraPlaceId}")
    @Operation(operationId = "getExtraPlace", summary = "Get one extra place")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('slot:extend')")
    ExtraPlaceView get(@PathVariable UUID extraPlaceId) {
        return ExtraPlaceView.of(extraPlaces.find(extraPlaceId));
    }
}
