package uk.alongside.tenant.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.invitation.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.invitation.InvitationRefusal.Expired;
import uk.alongside.tenant.invitation.InvitationRefusal.ForAnother;
import uk.alongside.tenant.invitation.InvitationRefusal.OfASuspendedCouncil;
import uk.alongside.tenant.invitation.InvitationRefusal.Revoked;
import uk.alongside.tenant.invitation.InvitationRefusal.TooManyWrongAddresses;
import uk.alongside.tenant.invitation.InvitationRefusal.UnknownLink;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;

/**
 * The endpoints for the holder of an invitation's link. The link travels in the body, because addresses end up in logs.
 */
@RestController
@RequestMapping("/open/invitations")
@Tag(name = "Invitations")
class JoinController {

    private final InvitationService service;

    JoinController(InvitationService service) {
        this.service = service;
    }

    @Schema(name = "InvitationLink")
    record Link(
            @Schema(description = "The part of the link after the #")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.CODE)
            String token) {

        /** Returns a text without the token, because the text ends up in logs. */
        @Override
        public String toString() {
            return "Link";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenInvitation(
            @Schema(example = "Larkshire Council") String council,

            Set<Role> roles,
            @Nullable Instant expiresAt) {}

    @Schema(name = "InvitationAcceptance")
    record Acceptance(
            @Schema(description = "The part of the link after the #")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.CODE)
            String token,

            @Schema(example = "amir@larkshire.example", description = "The address to which the mail was sent")
            @NotBlank
            @TypedText(TextKind.EMAIL)
            @Email
            @Size(max = 254)
            String email,

            @Schema(example = "Amir Patel") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name) {

        /** Returns a text without the token and the person, because the text ends up in logs. */
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    record Joined(
            @Schema(example = "Larkshire Council") String council,

            @Schema(
                    description = "True if the person gets a one-time password by mail. False for a person who has a"
                            + " password already.")
            boolean oneTimePasswordMailed) {}

    @PostMapping("/preview")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(operationId = "previewInvitation", summary = "Show what a link invites to")
    @Answers({UnknownLink.class, AlreadyUsed.class, Revoked.class, Expired.class, TooManyWrongAddresses.class})
    OpenInvitation preview(@Valid @RequestBody Link request) {
        var seen = service.look(request.token());
        return new OpenInvitation(seen.council(), seen.roles(), seen.expiresAt());
    }

    @PostMapping("/accept")
    @PreAuthorize("permitAll()")
    @SecurityRequirements
    @Operation(
            operationId = "acceptInvitation",
            summary = "Become a member",
            description =
                    "For the person whose address was invited. The same request completes one that was interrupted.")
    @Answers({
        UnknownLink.class,
        AlreadyUsed.class,
        Revoked.class,
        Expired.class,
        ForAnother.class,
        TooManyWrongAddresses.class,
        OfASuspendedCouncil.class,
        AlreadyAMember.class,
        OperatorNeverAMember.class,
        EmailNotAccepted.class,
        IdentityUnavailable.class
    })
    Joined accept(@Valid @RequestBody Acceptance request) {
        var accepted = service.accept(request.token(), request.email().toLowerCase(Locale.ROOT), request.name());
        return new Joined(accepted.council(), accepted.oneTimePasswordMailed());
    }
}
