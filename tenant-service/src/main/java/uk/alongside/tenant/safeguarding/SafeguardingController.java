package uk.alongside.tenant.safeguarding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.safeguarding.SafeguardingRefusal.StaleVersion;

/** The endpoints of a council's safeguarding steps: every member reads them, and leads write them. */
@RestController
@RequestMapping("/api/settings/safeguarding")
@Tag(name = "Settings")
class SafeguardingController {

    private final SafeguardingService service;

    SafeguardingController(SafeguardingService service) {
        this.service = service;
    }

    @GetMapping
    @Operation(
            operationId = "getSafeguarding",
            summary = "Get your council's telephone numbers and steps for when something worries you")
    @PreAuthorize("hasAuthority('council:read')")
    Versioned<Safeguarding> get() {
        return withVersion(service.get());
    }

    @PutMapping
    @Operation(
            operationId = "updateSafeguarding",
            summary = "Change your council's telephone numbers and steps for when something worries staff",
            description = "Send version 0 while your council has written none.")
    @Answers(StaleVersion.class)
    @PreAuthorize("hasAuthority('council:set-up')")
    Versioned<Safeguarding> change(@IfMatch long version, @Valid @RequestBody Safeguarding.New request) {
        return withVersion(service.change(version, request));
    }

    private static Versioned<Safeguarding> withVersion(Safeguarding safeguarding) {
        return new Versioned<>(safeguarding, safeguarding.version());
    }
}
