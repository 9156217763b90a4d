package uk.alongside.tenant.onboarding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Versions;

/** The endpoints for a council's way from set-up to live: a lead asks, and the operator approves or asks back. */
@RestController
@Tag(name = "Set-up")
class GoLiveController {

    private static final String TAG = "The ETag of what was read";

    private final GoLiveService service;

    GoLiveController(GoLiveService service) {
        this.service = service;
    }

    record GoLiveRequest(
            @Schema(description = "Anything the operator should know.") @Size(max = 2000) @Nullable
            String words) {}

    record GoLiveQuestion(@NotBlank @Size(max = 2000) String words) {}

    @GetMapping("/api/set-up")
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(operationId = "readSetUp", summary = "How far your council's set-up has come")
    ResponseEntity<SetUp> setUp() {
        return withVersion(service.setUp());
    }

    @PostMapping("/api/set-up/go-live")
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(operationId = "askToGoLive", summary = "Ask the operator to let your council go live")
    ResponseEntity<SetUp> ask(
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody GoLiveRequest request) {
        return withVersion(service.ask(
                Versions.expected(ifMatch), request.words(), Caller.current().member()));
    }

    @GetMapping("/api/councils/{councilId}/set-up")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "readSetUpOfCouncil", summary = "How far a council's set-up has come")
    ResponseEntity<SetUp> setUpOf(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::setUp));
    }

    @PostMapping("/api/councils/{councilId}/go-live/approval")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "approveGoLive", summary = "Let a council go live that has asked to")
    ResponseEntity<SetUp> approve(
            @PathVariable UUID councilId,
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch) {
        var expected = Versions.expected(ifMatch);
        return withVersion(CouncilContext.call(councilId, () -> service.approve(expected)));
    }

    @PostMapping("/api/councils/{councilId}/go-live/question")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "askBeforeGoLive",
            summary = "Ask a council something before it goes live",
            description = "It is in set-up again and asks anew when it has answered.")
    ResponseEntity<SetUp> question(
            @PathVariable UUID councilId,
            @Parameter(required = true, description = TAG, example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody GoLiveQuestion request) {
        var expected = Versions.expected(ifMatch);
        return withVersion(CouncilContext.call(councilId, () -> service.question(expected, request.words())));
    }

    private static ResponseEntity<SetUp> withVersion(SetUp setUp) {
        return ResponseEntity.ok().eTag(Versions.etag(setUp.version())).body(setUp);
    }
}
