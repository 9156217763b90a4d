package uk.alongside.tenant.signinprovider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.signinprovider.ConnectionCheck.Tried;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.AddressNotAllowed;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoDiscoveryDocument;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoEmailDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.OtherIssuer;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SecretNeeded;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.StaleVersion;
import uk.alongside.tenant.signinprovider.SignInProviderService.PersonSignedIn;

/** The leads' endpoints for the council's own sign-in. */
@RestController
@RequestMapping("/api/settings/sign-in-provider")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Identity Provider")
class SignInProviderController {

    private final SignInProviderService service;

    SignInProviderController(SignInProviderService service) {
        this.service = service;
    }

    @Schema(name = "SignInProviderPage")
    record Page(
            SignInProvider provider,

            @Schema(description = "The address that the council enters at its provider, to which people come back")
            URI redirect,

            @Schema(description = "The address at which the provider reports that a person was signed out there")
            URI backChannelLogout,

            @Schema(description = "The last 100 people who signed in through it, the latest first")
            List<PersonSignedIn> people,

            @Schema(
                    description = "The names of active people with an address of these domains who have never signed in"
                            + " through it. They keep their password, and their groups are not read.")
            List<String> neverCame) {}

    @Schema(name = "CheckedConnection")
    record Checked(List<Tried> steps) {}

    @GetMapping
    @Operation(operationId = "getSignInProvider", summary = "Get how your council's own sign-in is connected")
    Versioned<Page> get() {
        return withVersion(service.get());
    }

    @PutMapping
    @Operation(
            operationId = "updateSignInProvider",
            summary = "Connect your council's own sign-in, or change the connection",
            description = "OpenID Connect, as Entra ID offers it. At each sign-in a person gets the roles of their"
                    + " groups. The client secret goes to Keycloak and is never shown again.")
    @Answers({
        NoEmailDomain.class,
        AddressNotAllowed.class,
        NoDiscoveryDocument.class,
        OtherIssuer.class,
        SecretNeeded.class,
        RoleOfSupport.class,
        StaleVersion.class,
        IdentityUnavailable.class
    })
    Versioned<Page> update(@IfMatch long version, @Valid @RequestBody SignInProvider.New request) {
        return withVersion(service.connect(version, request));
    }

    @PostMapping("/test")
    @Operation(
            operationId = "testSignInProvider",
            summary = "Test a connection to your council's own sign-in",
            description = "Saves nothing. Says for each step whether it works. The client is tried only with its"
                    + " secret, because we do not keep the secret.")
    Checked test(@Valid @RequestBody SignInProvider.New request) {
        return new Checked(service.check(request).steps());
    }

    private Versioned<Page> withVersion(SignInProvider provider) {
        return new Versioned<>(
                new Page(
                        provider,
                        service.redirect(),
                        service.backChannelLogout(),
                        service.people(),
                        service.neverCame(provider)),
                provider.version());
    }
}
