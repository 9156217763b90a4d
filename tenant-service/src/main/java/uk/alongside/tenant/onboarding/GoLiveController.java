package uk.alongside.tenant.onboarding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.onboarding.OnboardingRefusal.PlacesUnknown;
import uk.alongside.tenant.onboarding.OnboardingRefusal.SetUpUnfinished;
import uk.alongside.tenant.onboarding.OnboardingRefusal.StaleVersion;
import uk.alongside.tenant.settings.SettingsRefusal.AlreadyAsked;
import uk.alongside.tenant.settings.SettingsRefusal.AlreadyLive;
import uk.alongside.tenant.settings.SettingsRefusal.NotAsked;

/** The endpoints for a council's way from set-up to live: a lead asks, and the operator approves or asks back. */
@RestController
@Tag(name = "Set-Up")
class GoLiveController {

    private final GoLiveService service;

    GoLiveController(GoLiveService service) {
        this.service = service;
    }

    @Schema(name = "GoLiveNote")
    record GoLiveRequest(
            @Schema(description = "A note for the operator.") @TypedText(TextKind.TEXT) @Size(max = 2000) @Nullable
            String words) {}

    record GoLiveQuestion(
            @NotBlank @TypedText(TextKind.TEXT) @Size(max = 2000)
            String words) {}

    @GetMapping("/api/set-up")
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(operationId = "getSetUp", summary = "Get your council's set-up tasks")
    @Answers(NotFound.class)
    Versioned<SetUp> setUp() {
        return withVersion(service.setUp());
    }

    @PostMapping("/api/set-up/go-live")
    @PreAuthorize("hasAuthority('council:set-up')")
    @Operation(operationId = "askToGoLive", summary = "Ask the operator to make your council live")
    @Answers({
        NotFound.class,
        StaleVersion.class,
        AlreadyAsked.class,
        AlreadyLive.class,
        SetUpUnfinished.class,
        PlacesUnknown.class
    })
    Versioned<SetUp> ask(@IfMatch long version, @Valid @RequestBody GoLiveRequest request) {
        return withVersion(
                service.ask(version, request.words(), Caller.current().member()));
    }

    @GetMapping("/api/councils/{councilId}/set-up")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "getSetUpOfCouncil",
            summary = "Get a council's set-up tasks, and what to look at before approving")
    @Answers(NotFound.class)
    Versioned<SetUp> setUpOf(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::setUpWithEvidence));
    }

    @PostMapping("/api/councils/{councilId}/go-live/approval")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "approveGoLive", summary = "Make a council live that has asked to go live")
    @Answers({NotFound.class, StaleVersion.class, NotAsked.class, SetUpUnfinished.class, PlacesUnknown.class})
    Versioned<SetUp> approve(@PathVariable UUID councilId, @IfMatch long version) {
        return withVersion(CouncilContext.call(councilId, () -> service.approve(version)));
    }

    @PostMapping("/api/councils/{councilId}/go-live/question")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "askBeforeGoLive",
            summary = "Ask a council a question before it goes live",
            description = "The council is in set-up again. Its leads answer and ask to go live again.")
    @Answers({NotFound.class, StaleVersion.class, NotAsked.class})
    Versioned<SetUp> question(
            @PathVariable UUID councilId, @IfMatch long version, @Valid @RequestBody GoLiveQuestion request) {
        return withVersion(CouncilContext.call(councilId, () -> service.question(version, request.words())));
    }

    private static Versioned<SetUp> withVersion(SetUp setUp) {
        return new Versioned<>(setUp, setUp.version());
    }
}
