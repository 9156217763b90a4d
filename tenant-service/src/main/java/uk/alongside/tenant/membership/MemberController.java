package uk.alongside.tenant.membership;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskForSupportAccess;
import uk.alongside.tenant.membership.MemberRefusal.AskTheOperator;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LeadHasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.OperatorNeverAMember;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberList(List<MemberView> items, @Nullable MemberId next) {}

    record LeadAppointment(
            @Schema(example = "Lena Marsh") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "lena@larkshire.example") @NotBlank @TypedText(TextKind.EMAIL) @Email @Size(max = 254)
            String email) {}

    record AppointedLead(
            MemberView member,

            @Schema(
                    description = "True if the mail brings a one-time password. False for a person who has a password"
                            + " already.")
            boolean oneTimePasswordMailed) {

        static AppointedLead of(Appointed appointed) {
            return new AppointedLead(appointed.member(), appointed.oneTimePasswordMailed());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a council by name",
            description = "A page has at most 500 members.")
    @Answers(NotFound.class)
    MemberList members(@PathVariable UUID councilId, @RequestParam(required = false) @Nullable MemberId after) {
        var page = CouncilContext.call(councilId, () -> service.members(after));
        return new MemberList(page.items(), page.next());
    }

    @GetMapping("/{memberId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "getMember", summary = "Get one member of a council")
    @Answers(NotFound.class)
    Versioned<MemberView> member(@PathVariable UUID councilId, @PathVariable MemberId memberId) {
        return withVersion(CouncilContext.call(councilId, () -> service.member(memberId)));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "appointLead",
            summary = "Appoint the first lead of a council that is being set up",
            description = "Replaces a lead who has not signed in yet, and mails both. The e-mail address identifies the"
                    + " request: the same request again completes one that was interrupted, and is rejected with"
                    + " `already-a-member` after one that was not.")
    @Answers({
        NotFound.class,
        AskForSupportAccess.class,
        LeadHasSignedIn.class,
        AlreadyAMember.class,
        OperatorNeverAMember.class,
        EmailNotAccepted.class,
        IdentityUnavailable.class
    })
    Created<AppointedLead> appoint(@PathVariable UUID councilId, @Valid @RequestBody LeadAppointment request) {
        var appointed = CouncilContext.call(
                councilId,
                () -> service.appointLead(request.name(), request.email().toLowerCase(Locale.ROOT)));
        var member = appointed.member();
        return new Created<>(
                "/api/councils/" + councilId + "/members/" + member.id().value(),
                AppointedLead.of(appointed),
                member.version());
    }

    @PostMapping("/{memberId}/one-time-password")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "renewOneTimePassword",
            summary = "Mail the first lead of a council that is being set up another one-time password",
            description = "The mail goes to the lead's own address. The earlier password stops working.")
    @Answers({NotFound.class, AskForSupportAccess.class, HasSignedIn.class, IdentityUnavailable.class})
    void renew(@PathVariable UUID councilId, @PathVariable MemberId memberId) {
        CouncilContext.run(councilId, () -> service.welcomeAgain(memberId));
    }

    @PostMapping("/{memberId}/second-factor-reset")
    @ResponseStatus(NO_CONTENT)
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "resetLeadSecondFactor",
            summary = "Remove the second factor of a lead of a council that is being set up",
            description = "The lead is signed out everywhere, gets mail, and sets up an authenticator app at the next"
                    + " sign-in.")
    @Answers({NotFound.class, AskForSupportAccess.class, AskTheOperator.class, IdentityUnavailable.class})
    void resetSecondFactor(
            @PathVariable UUID councilId,
            @PathVariable MemberId memberId,
            @Valid @RequestBody TeamController.SecondFactorReset request) {
        CouncilContext.run(councilId, () -> service.resetFirstLeadsSecondFactor(memberId, request.reason()));
    }

    private static Versioned<MemberView> withVersion(MemberView member) {
        return new Versioned<>(member, member.version());
    }
}
