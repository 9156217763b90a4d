package uk.alongside.tenant.membership;

import static java.util.Objects.requireNonNull;
import static org.springframework.http.HttpStatus.CREATED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Versions;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.membership.MembershipService.Appointed;

/** The operator's endpoints for the members of a council. */
@RestController
@RequestMapping("/api/councils/{councilId}/members")
@Tag(name = "Members")
class MemberController {

    private final MembershipService service;

    MemberController(MembershipService service) {
        this.service = service;
    }

    record MemberList(List<MemberView> members) {}

    @EmailOrClientNeeded
    @Schema(example = """
                    {"name": "Priya Hollis", "email": "priya@larkshire.example", "roles": ["hub-staff"]}""")
    record NewMember(
            @Schema(example = "Priya Hollis") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "priya@larkshire.example", description = "A person's; a machine client has a client id.")
            @Email
            @Size(max = 254)
            @Nullable
            String email,

            @Schema(description = "A machine client's, instead of an e-mail address.") @Size(max = 255) @Nullable
            String clientId,

            @Schema(example = "[\"hub-staff\"]") @NotEmpty Set<Role> roles) {}

    record EditedMember(
            @Schema(example = "Priya Hollis") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "[\"hub-staff\"]") @NotEmpty Set<Role> roles,
            @Schema(example = "active") @NotNull MemberStatus status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AddedMember(
            MemberView member,

            @Schema(description = "Shown this once; absent for somebody who has a password already.") @Nullable
            OneTimePassword oneTimePassword) {

        static AddedMember of(Appointed appointed) {
            return new AddedMember(appointed.member(), appointed.oneTimePassword());
        }
    }

    record RenewedPassword(
            @Schema(description = "Shown this once.") OneTimePassword oneTimePassword) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "listMembers", summary = "Everybody who belongs to a council, by name")
    MemberList members(@PathVariable UUID councilId) {
        return new MemberList(CouncilContext.call(councilId, service::members));
    }

    @PostMapping
    @ResponseStatus(CREATED)
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "addMember",
            summary = "Make a person or a machine client a member",
            description = "If this breaks off, the same request completes what was begun.")
    AddedMember add(@PathVariable UUID councilId, @Valid @RequestBody NewMember request) {
        var email = request.email();
        var clientId = request.clientId();
        return AddedMember.of(CouncilContext.call(
                councilId,
                () -> email == null
                        ? service.addMachine(request.name(), requireNonNull(clientId), request.roles())
                        : service.addPerson(request.name(), email.toLowerCase(Locale.ROOT), request.roles())));
    }

    @PutMapping("/{memberId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "changeMember", summary = "Change a member's name, roles or status")
    ResponseEntity<MemberView> change(
            @PathVariable UUID councilId,
            @PathVariable UUID memberId,
            @Parameter(required = true, description = "The ETag of what was read", example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody EditedMember request) {
        var expected = Versions.expected(ifMatch);
        var member = CouncilContext.call(
                councilId, () -> service.edit(memberId, expected, request.name(), request.roles(), request.status()));
        return ResponseEntity.ok().eTag(Versions.etag(member.version())).body(member);
    }

    @PostMapping("/{memberId}/one-time-password")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "renewOneTimePassword",
            summary = "A new one-time password for somebody who has never signed in",
            description = "The one before stops working.")
    RenewedPassword renew(@PathVariable UUID councilId, @PathVariable UUID memberId) {
        return new RenewedPassword(CouncilContext.call(councilId, () -> service.renewOneTimePassword(memberId)));
    }
}
