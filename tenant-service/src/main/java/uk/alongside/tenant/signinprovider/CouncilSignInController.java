package uk.alongside.tenant.signinprovider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailNotVerified;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailOfAnotherDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoRoleGiven;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.OwnSignInNeeded;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SignInTurnedOff;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SignInUnderWay;

/**
 * The endpoint that says how people of the council sign in. The gateway calls it after each sign-in through a council's
 * provider and for people of several councils, and opens the session only after a good answer.
 */
@RestController
@Tag(name = "Identity Provider")
class CouncilSignInController {

    private final SignInProviderService service;

    CouncilSignInController(SignInProviderService service) {
        this.service = service;
    }

    @Schema(name = "CouncilSignIn")
    record View(
            @Schema(description = "Whether people may sign in through the council's own sign-in", example = "true")
            boolean enabled,

            @Schema(description = "The e-mail domains whose people it knows", example = "[\"larkshire.example\"]")
            List<String> domains) {}

    @GetMapping("/api/sign-in")
    @PreAuthorize("hasAuthority('council:read')")
    @Operation(
            operationId = "getCouncilSignIn",
            summary = "Get whether your council has its own sign-in",
            description = "The first request after a sign-in through the council's own sign-in, so that the caller has"
                    + " the roles of their groups in both services.")
    @Answers({
        NoRoleGiven.class,
        EmailNotVerified.class,
        EmailOfAnotherDomain.class,
        SignInTurnedOff.class,
        OwnSignInNeeded.class,
        SignInUnderWay.class
    })
    View get() {
        var provider = service.get();
        return new View(provider.enabled(), provider.domains());
    }
}
