package uk.alongside.tenant.membership;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberRefusal.AskTheOperator;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.OwnSecondFactor;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;
import uk.alongside.tenant.membership.MemberRefusal.StaleVersion;
import uk.alongside.tenant.membership.MemberRefusal.SupportMember;
import uk.alongside.tenant.membership.MembershipService.ResetReason;

/** The leads' endpoints for the members of the caller's own council. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class TeamController {

    private final MembershipService service;

    TeamController(MembershipService service) {
        this.service = service;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TeamMemberList")
    record Team(
            List<MemberView> items,
            @Nullable MemberId next,

            @Schema(description = "The number of people who can add staff. There should be at least 2.")
            int activeLeads) {}

    record TeamMemberChange(
            @Schema(example = "Priya Hollis") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "[\"hub-staff\"]") @NotEmpty Set<Role> roles,
            @Schema(example = "active") @NotNull MemberStatus status) {}

    @Schema(name = "SecondFactorReset")
    record SecondFactorReset(
            @Schema(example = "lost", description = "Why the second factor is reset. The audit keeps it.") @NotNull
            ResetReason reason) {}

    @Schema(name = "MemberSecondFactor")
    record MemberSecondFactor(
            @Schema(description = "Whether the member has a passkey, an authenticator app or recovery codes")
            boolean setUp,

            @Schema(description = "Whether this is the caller's own account, which another lead resets")
            boolean own) {}

    @GetMapping
    @PreAuthorize("hasAuthority('member:read')")
    @Operation(
            operationId = "listTeamMembers",
            summary = "List the members of this council by name",
            description = "A page has at most 500 members.")
    @Answers(NotFound.class)
    Team team(@RequestParam(required = false) @Nullable MemberId after) {
        var page = service.members(after);
        return new Team(page.items(), page.next(), service.activeLeads());
    }

    @PutMapping("/{memberId}")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "updateTeamMember",
            summary = "Change a member's name or roles, suspend the member or end the suspension")
    @Answers({NotFound.class, LastLead.class, RoleOfSupport.class, SupportMember.class, StaleVersion.class})
    Versioned<MemberView> update(
            @PathVariable MemberId memberId, @IfMatch long version, @Valid @RequestBody TeamMemberChange request) {
        var member = service.edit(memberId, version, request.name(), request.roles(), request.status());
        return new Versioned<>(member, member.version());
    }

    @PostMapping("/{memberId}/one-time-password")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "renewTeamPassword",
            summary = "Mail a member a new one-time password",
            description = "The mail goes to the member's own address. The earlier password stops working, also one that"
                    + " the member chose. Rejected for a member who belongs to another council too.")
    @Answers({NotFound.class, AskTheOperator.class, SupportMember.class, IdentityUnavailable.class})
    void renew(@PathVariable MemberId memberId) {
        service.mailOneTimePassword(memberId);
    }

    @GetMapping("/{memberId}/second-factor")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(operationId = "getTeamSecondFactor", summary = "Get whether a member has a second factor to reset")
    @Answers({NotFound.class, IdentityUnavailable.class})
    MemberSecondFactor secondFactor(@PathVariable MemberId memberId) {
        return new MemberSecondFactor(
                service.hasSecondFactor(memberId), Caller.current().member().equals(memberId));
    }

    @PostMapping("/{memberId}/second-factor-reset")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "resetTeamSecondFactor",
            summary = "Remove a member's passkeys, authenticator app and recovery codes",
            description = "The member is signed out everywhere within a minute, gets mail, and sets up an authenticator"
                    + " app at the next sign-in. Rejected for the caller's own account, and for a member who belongs to"
                    + " another council too.")
    @Answers({
        NotFound.class,
        AskTheOperator.class,
        OwnSecondFactor.class,
        SupportMember.class,
        IdentityUnavailable.class
    })
    void resetSecondFactor(@PathVariable MemberId memberId, @Valid @RequestBody SecondFactorReset request) {
        service.resetSecondFactor(Caller.current().member(), memberId, request.reason());
    }
}
