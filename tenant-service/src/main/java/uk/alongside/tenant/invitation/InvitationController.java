package uk.alongside.tenant.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
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
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.CreatedList;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.invitation.InvitationRefusal.AlreadyUsed;
import uk.alongside.tenant.invitation.InvitationRefusal.EveryoneKnown;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationList(
            List<InvitationView> items, @Nullable InvitationId next) {}

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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvitedAddress")
    record InvitedView(
            String email,

            @Schema(allowableValues = {"sent", "already-a-member", "already-invited"})
            Verdict verdict,

            @Schema(description = "The new invitation; absent if the address was not invited") @Nullable
            InvitationId invitationId) {

        static InvitedView of(Judged judged) {
            return new InvitedView(judged.email(), judged.verdict(), judged.invitation());
        }

        /** Returns a text without the address, because the text ends up in logs. */
        @Override
        public String toString() {
            return "InvitedAddress[" + verdict + "]";
        }
    }

    @Schema(name = "InvitedAddresses")
    record Invited(List<InvitedView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('member:read')")
    @Operation(
            operationId = "listInvitations",
            summary = "List the invitations that have not been accepted yet, by address",
            description = "A page has at most 500 invitations.")
    @Answers({})
    InvitationList invitations(@RequestParam(required = false) @Nullable InvitationId after) {
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
            description =
                    "An address with an open invitation gets no second mail. The answer names the invitation of each"
                            + " address that was invited.")
    @Answers({EveryoneKnown.class, RoleOfSupport.class})
    CreatedList<Invited> invite(@IdempotencyKey String key, @Valid @RequestBody NewInvitations request) {
        var invited = service.invite(Caller.current().member(), request.addresses(), request.roles(), key);
        return new CreatedList<>(
                "/api/invitations",
                new Invited(invited.stream().map(InvitedView::of).toList()));
    }

    @GetMapping("/{invitationId}")
    @PreAuthorize("hasAuthority('member:read')")
    @Operation(operationId = "getInvitation", summary = "Get an invitation")
    @Answers(NotFound.class)
    Versioned<InvitationView> get(@PathVariable InvitationId invitationId) {
        return service.get(invitationId);
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
