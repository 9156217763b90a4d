package uk.alongside.tenant.suspension;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.register.SuspensionReason;
import uk.alongside.tenant.suspension.SuspensionRefusal.StaleVersion;
import uk.alongside.tenant.suspension.SuspensionRefusal.SuspendedAlready;

/** The operator's endpoints to suspend a council and to resume it. */
@RestController
@RequestMapping("/api/councils/{councilId}")
@Tag(name = "Councils")
class SuspensionController {

    private final SuspensionService service;

    SuspensionController(SuspensionService service) {
        this.service = service;
    }

    record NewSuspension(
            @Schema(example = "contract-ended") @NotNull SuspensionReason reason) {}

    @GetMapping("/suspension")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "getSuspension",
            summary = "Get whether a council is suspended, and when it was",
            description = "At most the latest 20 suspensions and resumptions.")
    @Answers(NotFound.class)
    Versioned<SuspensionView> suspension(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::suspension));
    }

    @PostMapping("/suspension")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "suspendCouncil",
            summary = "Suspend a council",
            description = "From their next request on, its members cannot work in it, and its public pages say that it"
                    + " takes no bookings. Nothing is deleted. All leads get mail. A repeated request changes nothing.")
    @Answers({NotFound.class, StaleVersion.class, SuspendedAlready.class})
    Versioned<SuspensionView> suspend(
            @PathVariable UUID councilId,
            @IfMatch long version,
            @Valid @RequestBody NewSuspension request,
            @Parameter(hidden = true) Authentication operator) {
        return withVersion(
                CouncilContext.call(councilId, () -> service.suspend(version, request.reason(), operator.getName())));
    }

    @PostMapping("/resumption")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "resumeCouncil",
            summary = "Resume a suspended council",
            description = "Its members work again from their next request on. All leads get mail. A repeated request"
                    + " changes nothing.")
    @Answers({NotFound.class, StaleVersion.class})
    Versioned<SuspensionView> resume(
            @PathVariable UUID councilId, @IfMatch long version, @Parameter(hidden = true) Authentication operator) {
        return withVersion(CouncilContext.call(councilId, () -> service.resume(version, operator.getName())));
    }

    private static Versioned<SuspensionView> withVersion(SuspensionView suspension) {
        return new Versioned<>(suspension, suspension.version());
    }
}
