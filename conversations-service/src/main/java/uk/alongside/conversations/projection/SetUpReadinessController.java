package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.projection.ReadinessService.Readiness;
import uk.alongside.foundation.wall.CouncilContext;

/** Tells tenant-service, before a council goes live, whether residents would find a hub and a session. */
@Hidden
@RestController
class SetUpReadinessController {

    private final ReadinessService readiness;

    SetUpReadinessController(ReadinessService readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/internal/councils/{councilId}/set-up-readiness")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    Readiness readiness(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, readiness::get);
    }
}
