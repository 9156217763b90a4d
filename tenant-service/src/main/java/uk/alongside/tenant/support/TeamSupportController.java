package uk.alongside.tenant.support;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.support.SupportController.SupportGrantList;
import uk.alongside.tenant.support.SupportRefusal.Decided;
import uk.alongside.tenant.support.SupportRefusal.NotActive;

/** The team's endpoints for support access: every member sees it, and leads decide on it. */
@RestController
@RequestMapping("/api/support-grants")
@Tag(name = "Support Grants")
class TeamSupportController {

    private final SupportService service;

    TeamSupportController(SupportService service) {
        this.service = service;
    }

    record SupportApproval(
            @Schema(
                    example = "false",
                    description = "Whether the operator may also read people and bookings. Otherwise the operator reads"
                            + " hubs and sessions only.")
            @NotNull
            Boolean residents) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:read')")
    @Operation(
            operationId = "listSupportGrants",
            summary = "List this council's support access, the latest first",
            description = "A page has at most 100 grants.")
    @Answers({})
    SupportGrantList grants(@RequestParam(required = false) @Nullable SupportGrantId after) {
        var page = service.list(after);
        return new SupportGrantList(page.items(), page.next());
    }

    @PostMapping("/{grantId}/approve")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "approveSupportGrant",
            summary = "Let the operator work in this council for the hours asked",
            description = "Every lead gets mail. The access ends after its hours, or when a lead ends it.")
    @Answers({NotFound.class, Decided.class, IdentityUnavailable.class})
    SupportGrantView approve(@PathVariable SupportGrantId grantId, @Valid @RequestBody SupportApproval request) {
        return service.approve(grantId, Caller.current().member(), request.residents());
    }

    @PostMapping("/{grantId}/decline")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(operationId = "declineSupportGrant", summary = "Reject the operator's request")
    @Answers({NotFound.class, Decided.class})
    SupportGrantView decline(@PathVariable SupportGrantId grantId) {
        return service.decline(grantId, Caller.current().member());
    }

    @PostMapping("/{grantId}/end")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "endSupportGrant",
            summary = "End the operator's access now",
            description = "The operator's next request is rejected.")
    @Answers({NotFound.class, NotActive.class, IdentityUnavailable.class})
    SupportGrantView end(@PathVariable SupportGrantId grantId) {
        return service.end(grantId, Caller.current().member());
    }
}
