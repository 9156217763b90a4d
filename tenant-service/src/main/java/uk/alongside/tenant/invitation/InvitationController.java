package uk.alongside.tenant.invitation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.invitation.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.invitation.InvitationRefusal.Revoked;
import uk.alongside.tenant.invitation.InvitationService.Judged;
import uk.alongside.tenant.invitation.InvitationService.Preview;
import uk.alongside.tenant.invitation.InvitationService.Verdict;
import uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport;

/** The leads' endpoints for invitations to the caller's council. */
@RestController
@RequestMapping("/api/invitations")
@Tag(name = "Invitations")
class InvitationController {

    private final InvitationService service;

    InvitationController(InvitationService service) {
        this.service = service;
    }

    record InvitationList(
            List<InvitationView> items,

            @Schema(description = "Send this as `after` to get the next page; absent on the last page") @Nullable
            InvitationId next) {}

    record NewInvitations(
            @Schema(example = "[\"amir@larkshire.example\"]") @NotEmpty @Size(max = 50)
            List<@NotBlank @TypedText(TextKind.EMAIL) @Email @Size(min = 3, max = 254) String> emails,

            @Schema(example = "[\"hub-staff\"]") @NotEmpty Set<Role> roles) {

        List<String> addresses() {
            return emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).toList();
        }

        /** Returns a text without the addresses, because the text ends up in logs. */
        @Override
        public String toString() {
            return "NewInvitations[" + emails.size() + "]";
        }
    }

    @Schema(name = "JudgedAddress")
    record AddressView(
            String email,

            @Schema(allowableValues = {"sent", "already-a-member", "already-invited"})
            Verdict verdict) {

        static AddressView of(Judged judged) {
            return new AddressView(judged.email(), judged.verdict());
        }

        /** Returns a text without the address, because the text ends up in logs. */
        @Override
        public String toString() {
            return "JudgedAddress[" + verdict + "]";
        }
    }

    record InvitationPreview(
            @Schema(example = "Larkshire Council: an invitation to Alongside")
            String subject,

            @Schema(description = "The text as the first address would get it, with a shortened link")
            String text,

            List<AddressView> addresses) {

        static InvitationPreview of(Preview preview) {
            return new InvitationPreview(
                    preview.mail().subject(),
                    preview.mail().text(),
                    preview.addresses().stream().map(AddressView::of).toList());
        }
    }

    record Invited(List<AddressView> addresses) {}

    @GetMapping
    @PreAuthorize("hasAuthority('member:read')")
    @Operation(
            operationId = "listInvitations",
            summary = "List the invitations that have not been accepted yet, by address",
            description = "A page has at most 500 invitations.")
    @Answers({})
    InvitationList invitations(
            @Parameter(description = "The id that the last page gave as `next`")
                    @RequestParam(required = false)
                    @Nullable
                    InvitationId after) {
        var page = service.open(after);
        return new InvitationList(page.items(), page.next());
    }

    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "previewNewInvitations",
            summary = "Show the mail that would be sent, and its recipients",
            description = "Sends and keeps nothing.")
    @Answers({})
    InvitationPreview preview(@Valid @RequestBody NewInvitations request) {
        return InvitationPreview.of(service.preview(Caller.current().member(), request.addresses(), request.roles()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "createInvitations",
            summary = "Invite at most 50 people by mail",
            description = "Needs no Idempotency-Key: an address with an open invitation gets no second mail.")
    @Answers(RoleOfSupport.class)
    Invited invite(@Valid @RequestBody NewInvitations request) {
        return new Invited(service.invite(Caller.current().member(), request.addresses(), request.roles()).stream()
                .map(AddressView::of)
                .toList());
    }

    @PostMapping("/{invitationId}/send-again")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "sendInvitationAgain",
            summary = "Send another mail with another link",
            description = "The link in the earlier mail stops working.")
    @Answers({NotFound.class, AlreadyUsed.class, Revoked.class})
    InvitationView sendAgain(@PathVariable InvitationId invitationId) {
        return service.sendAgain(invitationId, Caller.current().member());
    }

    @PostMapping("/{invitationId}/revoke")
    @PreAuthorize("hasAuthority('member:write')")
    @Operation(
            operationId = "revokeInvitation",
            summary = "Take an invitation back",
            description = "Its link stops working.")
    @Answers({NotFound.class, AlreadyUsed.class, Revoked.class})
    InvitationView revoke(@PathVariable InvitationId invitationId) {
        return service.revoke(invitationId);
    }
}
