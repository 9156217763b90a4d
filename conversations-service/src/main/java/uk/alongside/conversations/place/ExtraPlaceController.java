package uk.alongside.conversations.place;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.place.ExtraPlaceService.ExtraPlace;
import uk.alongside.conversations.place.PlaceRefusal.NoMorePlaces;
import uk.alongside.conversations.place.PlaceRefusal.SlotFull;
import uk.alongside.conversations.place.PlaceRefusal.SlotOver;
import uk.alongside.conversations.place.PlaceRefusal.SlotWithdrawn;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;

@RestController
@Tag(name = "Extra Places")
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
    @Operation(operationId = "createExtraPlace", summary = "Add one place to a slot, with the reason")
    @Answers({NotFound.class, NoMorePlaces.class, SlotFull.class, SlotOver.class, SlotWithdrawn.class})
    @PreAuthorize("hasAuthority('slot:extend')")
    Created<ExtraPlaceView> create(
            @PathVariable SlotId slotId, @IdempotencyKey String key, @Valid @RequestBody NewExtraPlace request) {
        var added = extraPlaces.add(slotId, request.reason(), key);
        return new Created<>("/api/extra-places/" + added.id(), ExtraPlaceView.of(added), VERSION);
    }

    @GetMapping("/api/extra-places/{extraPlaceId}")
    @Operation(operationId = "getExtraPlace", summary = "Get one extra place")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('slot:extend')")
    ExtraPlaceView get(@PathVariable UUID extraPlaceId) {
        return ExtraPlaceView.of(extraPlaces.find(extraPlaceId));
    }
}
