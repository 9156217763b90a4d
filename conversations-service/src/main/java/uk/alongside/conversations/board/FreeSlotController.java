package uk.alongside.conversations.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.place.FreeSlot;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "Free Slots")
class FreeSlotController {

    private final BoardService board;

    FreeSlotController(BoardService board) {
        this.board = board;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FreeSlotList(List<FreeSlot> items, @Nullable SlotId next) {}

    @GetMapping("/api/hubs/{hubId}/free-slots")
    @Operation(
            operationId = "listFreeSlots",
            summary = "List the slots with a place left in the four weeks from a day",
            description =
                    "A page has 60 slots at most, in the order of their times. Slots of a closed day are left out,"
                            + " so a page may be empty and have a next one.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('booking:read')")
    FreeSlotList list(
            @PathVariable HubId hubId,
            @RequestParam(required = false) @Nullable @Schema(description = "The first day; today if left out")
                    LocalDate from,
            @RequestParam(required = false) @Nullable SlotId after) {
        var page = board.free(hubId, from, after);
        return new FreeSlotList(page.items(), page.next());
    }
}
