package uk.alongside.tenant.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.support.SupportRefusal.AlreadyAsked;
import uk.alongside.tenant.support.SupportRefusal.UnderWay;

/** The operator's endpoints for support access to a council. */
@RestController
@RequestMapping("/api/councils/{councilId}/support-grants")
@Tag(name = "Support Grants")
class SupportController {

    private final SupportService service;

    SupportController(SupportService service) {
        this.service = service;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SupportGrantList(
            List<SupportGrantView> items, @Nullable SupportGrantId next) {}

    record NewSupportGrant(
            @Schema(example = "The import of hubs fails") @NotBlank @Size(max = 500) @TypedText(TextKind.LINE)
            String reason,

            @Schema(example = "4", description = "For how many hours from the approval")
            @Min(1)
            @Max(SupportGrant.MOST_HOURS)
            int hours) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "listSupportGrantsOfCouncil",
            summary = "List a council's support access, the latest first",
            description = "A page has at most 100 grants.")
    @Answers(NotFound.class)
    SupportGrantList grants(
            @PathVariable UUID councilId, @RequestParam(required = false) @Nullable SupportGrantId after) {
        var page = CouncilContext.call(councilId, () -> service.list(after));
        return new SupportGrantList(page.items(), page.next());
    }

    @GetMapping("/{grantId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "getSupportGrant", summary = "Get one support grant of a council")
    @Answers(NotFound.class)
    Versioned<SupportGrantView> grant(@PathVariable UUID councilId, @PathVariable SupportGrantId grantId) {
        var grant = CouncilContext.call(councilId, () -> service.get(grantId));
        return new Versioned<>(grant, grant.version());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "createSupportGrant",
            summary = "Ask a council for support access",
            description = "Every lead gets mail, and one of them decides. An operator has one open request.")
    @Answers({NotFound.class, AlreadyAsked.class, UnderWay.class, IdentityUnavailable.class})
    Created<SupportGrantView> create(
            @PathVariable UUID councilId,
            @Parameter(hidden = true) Authentication operator,
            @IdempotencyKey String key,
            @Valid @RequestBody NewSupportGrant request) {
        var grant = CouncilContext.call(
                councilId, () -> service.ask(operator.getName(), request.reason(), request.hours(), key));
        return new Created<>(
                "/api/councils/" + councilId + "/support-grants/" + grant.id().value(), grant, grant.version());
    }
}
