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
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.ETags;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskForSupportAccess;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.NoSuchClient;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.membership.MemberRefusal.StaleVersion;
import uk.alongside.tenant.membership.MemberRefusal.SupportMember;
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

    record MemberList(
            List<MemberView> items,

            @Schema(description = "Send this as `after` to get the next page; absent on the last page") @Nullable
            UUID next) {}

    @EmailOrClientNeeded
    @Schema(example = """
                    {"name": "Priya Hollis", "email": "priya@larkshire.example", "roles": ["hub-staff"]}""")
    record NewMember(
            @Schema(example = "Priya Hollis") @NotBlank @Size(max = 200)
            String name,

            @Schema(
                    example = "priya@larkshire.example",
                    description = "The address of a person. A machine client has a client id instead.")
            @TypedText(TextKind.EMAIL)
            @Email
            @Size(max = 254)
            @Nullable
            String email,

            @Schema(description = "The id of a machine client, which has no e-mail address.") @Size(max = 255) @Nullable
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

            @Schema(description = "Shown only in this answer; absent for a person who has a password already.")
            @Nullable
            OneTimePassword oneTimePassword) {

        static AddedMember of(Appointed appointed) {
            return new AddedMember(appointed.member(), appointed.oneTimePassword());
        }
    }

    record RenewedPassword(
            @Schema(description = "Shown only in this answer.")
            OneTimePassword oneTimePassword) {}

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a council by name",
            description = "A page has at most 500 members.")
    @Answers(NotFound.class)
    MemberList members(
            @PathVariable UUID councilId,
            @Parameter(description = "The id that the last page gave as `next`")
                    @RequestParam(required = false)
                    @Nullable
                    UUID after) {
        var page = CouncilContext.call(councilId, () -> service.members(after));
        return new MemberList(page.items(), page.next());
    }

    @GetMapping("/{memberId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "getMember", summary = "Get one member of a council")
    @Answers(NotFound.class)
    ResponseEntity<MemberView> member(@PathVariable UUID councilId, @PathVariable UUID memberId) {
        return withVersion(CouncilContext.call(councilId, () -> service.member(memberId)));
    }

    @PostMapping
    @ResponseStatus(CREATED)
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "createMember",
            summary = "Make a person or a machine client a member",
            description = "The e-mail address or the client id identifies the request: the same request again completes"
                    + " one that was interrupted, and is rejected with `already-a-member` after one that was not.")
    @Answers({
        NotFound.class,
        AskForSupportAccess.class,
        AlreadyAMember.class,
        OperatorNeverAMember.class,
        RoleOfSupport.class,
        NoSuchClient.class,
        EmailNotAccepted.class,
        IdentityUnavailable.class
    })
    ResponseEntity<AddedMember> create(@PathVariable UUID councilId, @Valid @RequestBody NewMember request) {
        var email = request.email();
        var clientId = request.clientId();
        var appointed = CouncilContext.call(councilId, () -> {
            service.requireOpenToTheOperator(request.roles());
            return email == null
                    ? service.addMachine(request.name(), requireNonNull(clientId), request.roles())
                    : service.addPerson(request.name(), email.toLowerCase(Locale.ROOT), request.roles());
        });
        var member = appointed.member();
        return ResponseEntity.created(URI.create("/api/councils/" + councilId + "/members/" + member.id()))
                .eTag(ETags.of(member.version()))
                .body(AddedMember.of(appointed));
    }

    @PutMapping("/{memberId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "updateMember", summary = "Change a member's name, roles or status")
    @Answers({
        NotFound.class,
        AskForSupportAccess.class,
        LastLead.class,
        RoleOfSupport.class,
        SupportMember.class,
        StaleVersion.class
    })
    ResponseEntity<MemberView> update(
            @PathVariable UUID councilId,
            @PathVariable UUID memberId,
            @IfMatch long version,
            @Valid @RequestBody EditedMember request) {
        return withVersion(CouncilContext.call(councilId, () -> {
            service.requireOpenToTheOperator(request.roles());
            return service.edit(memberId, version, request.name(), request.roles(), request.status());
        }));
    }

    @PostMapping("/{memberId}/one-time-password")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "renewOneTimePassword",
            summary = "Make a new one-time password for a member who has never signed in",
            description = "The earlier password stops working.")
    @Answers({NotFound.class, AskForSupportAccess.class, HasSignedIn.class, IdentityUnavailable.class})
    RenewedPassword renew(@PathVariable UUID councilId, @PathVariable UUID memberId) {
        return new RenewedPassword(CouncilContext.call(councilId, () -> {
            service.requireOpenToTheOperator(Set.of(Role.LEAD));
            return service.renewOneTimePassword(memberId);
        }));
    }

    private static ResponseEntity<MemberView> withVersion(MemberView member) {
        return ResponseEntity.ok().eTag(ETags.of(member.version())).body(member);
    }
}
