package uk.alongside.conversations.hub;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.Problem;

@RestController
@Tag(name = "hub")
class HubController {

    private final HubService hubs;

    HubController(HubService hubs) {
        this.hubs = hubs;
    }

    record HubList(List<HubView> hubs, long total, int page, int size) {

        static HubList of(Page<Hub> page) {
            return new HubList(
                    page.map(HubView::of).getContent(), page.getTotalElements(), page.getNumber(), page.getSize());
        }
    }

    @GetMapping("/api/hubs")
    @Operation(operationId = "listHubs", summary = "Hubs by name, 25 a page")
    @PreAuthorize("hasAuthority('hub:read')")
    HubList list(
            @Parameter(description = "Words of the name, the address or the postcode", example = "library")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    String search,
            @RequestParam(defaultValue = "0") @Min(0) @Max(10_000) int page) {
        return HubList.of(hubs.search(search, page));
    }

    @GetMapping("/api/hubs/{hubId}")
    @Operation(operationId = "getHub", summary = "One hub")
    @PreAuthorize("hasAuthority('hub:read')")
    HubView hub(@PathVariable UUID hubId) {
        return hubs.find(hubId).map(HubView::of).orElseThrow(NoSuchHub::new);
    }

    @ExceptionHandler
    ProblemDetail absent(NoSuchHub e) {
        return Problem.notFound();
    }
}
