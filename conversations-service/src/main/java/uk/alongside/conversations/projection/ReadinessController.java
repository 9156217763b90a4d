package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.projection.ReadinessService.Readiness;

/** Shows a council's staff, while they set the council up, what residents would find. */
@RestController
@Tag(name = "Readiness")
class ReadinessController {

    private final ReadinessService readiness;

    ReadinessController(ReadinessService readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/api/readiness")
    @Operation(
            operationId = "getReadiness",
            summary = "Find out how many hubs residents would find, and whether they would find a session")
    @PreAuthorize("hasAuthority('hub:read')")
    Readiness get() {
        return readiness.get();
    }
}
