package uk.alongside.tenant.membership;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import uk.alongside.tenant.Versions;

/** The leads' endpoints for the members of the caller's own council. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Team")
class TeamController {

    private final MembershipService service;

    TeamController(MembershipService service) {
        this.service = service;
    }

    record Team(
            List<MemberView> members,

            @Schema(description = "How many people can add staff. There should be at least 2.")
            int activeLeads) {}

    record TeamMemberChange(
            @Schema(example = "Priya Hollis") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "[\"hub-staff\"]") @NotEmpty Set<Role> roles,
            @Schema(example = "active") @NotNull MemberStatus status) {}

    @GetMapping
    @PreAuthorize("hasAuthority('member:read')")
    @Operation(operationId = "listTeam", summary = "Everybody who belongs to this council, by name")
    Team team() {
        return new Team(service.members(), service.activeLeads());
    }

    @PutMapping("/{memberId}")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "changeTeamMember",
            summary = "Change a member's name or roles, suspend them or let them back")
    ResponseEntity<MemberView> change(
            @PathVariable UUID memberId,
            @Parameter(required = true, description = "The version of what was read", example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody TeamMemberChange request) {
        var expected = Versions.expected(ifMatch);
        var member = service.edit(memberId, expected, request.name(), request.roles(), request.status());
        return ResponseEntity.ok().eTag(Versions.etag(member.version())).body(member);
    }

    @PostMapping("/{memberId}/one-time-password")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "renewTeamPassword",
            summary = "Mail a member a new one-time password",
            description = "It goes to their own address. The password before stops working, also one that they chose."
                    + " Refused for whoever belongs to another council too.")
    void renew(@PathVariable UUID memberId) {
        service.mailOneTimePassword(memberId);
    }
}
