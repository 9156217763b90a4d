package uk.alongside.tenant.signinprovider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.identity.IdentityRefusal.DomainTaken;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailDomainInUse;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.PublicMailDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.StaleVersion;

/** The operator's endpoints for the e-mail domains of a council. The operator has checked that they are the council's. */
@RestController
@RequestMapping("/api/councils/{councilId}/email-domains")
@PreAuthorize("hasAuthority('council:operate')")
@Tag(name = "Identity Provider")
class EmailDomainController {

    private final SignInProviderService service;

    EmailDomainController(SignInProviderService service) {
        this.service = service;
    }

    @Schema(name = "EmailDomains")
    record Domains(List<String> domains, boolean providerOn, long version) {

        static Domains of(SignInProvider provider) {
            return new Domains(provider.domains(), provider.enabled(), provider.version());
        }
    }

    @Schema(name = "ConfirmedEmailDomains")
    record Confirmed(
            @NotNull @Size(max = 20)
            List<
                            @NotNull @Size(max = 253)
                            @Pattern(regexp = "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}")
                            @TypedText(TextKind.WEB_ADDRESS) String>
                    domains) {}

    @GetMapping
    @Operation(operationId = "getEmailDomains", summary = "Get the e-mail domains that are confirmed for a council")
    Versioned<Domains> get(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::get));
    }

    @PutMapping
    @Operation(
            operationId = "updateEmailDomains",
            summary = "Confirm the e-mail domains of a council",
            description = "Check first that each domain is the council's. A domain belongs to one council. Send version"
                    + " 0 while none is confirmed.")
    @Answers({
        NotFound.class,
        DomainTaken.class,
        PublicMailDomain.class,
        EmailDomainInUse.class,
        StaleVersion.class,
        IdentityUnavailable.class
    })
    Versioned<Domains> update(
            @PathVariable UUID councilId, @IfMatch long version, @Valid @RequestBody Confirmed request) {
        return withVersion(CouncilContext.call(councilId, () -> service.own(version, request.domains())));
    }

    private static Versioned<Domains> withVersion(SignInProvider provider) {
        return new Versioned<>(Domains.of(provider), provider.version());
    }
}
