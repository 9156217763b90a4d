package uk.alongside.tenant.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityEnded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityNeeded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityOfADemonstration;
import uk.alongside.tenant.council.CouncilRefusal.LeadEmailNotAccepted;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchAuthority;
import uk.alongside.tenant.council.CouncilRefusal.StaleVersion;
import uk.alongside.tenant.council.CouncilService.CouncilRequest;
import uk.alongside.tenant.council.CouncilService.CreatedCouncil;
import uk.alongside.tenant.council.CouncilService.FirstLead;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberView;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.register.RegisterRefusal.AliasTaken;
import uk.alongside.tenant.register.RegisterRefusal.AuthorityTaken;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;
import uk.alongside.tenant.settings.Contact;
import uk.alongside.tenant.settings.CouncilSettings.Wording;

/**
 * The operator's endpoints for councils. Only here does a path name a council, because an operator's token has none.
 */
@RestController
@RequestMapping("/api/councils")
@Tag(name = "Councils")
class CouncilController {

    private final CouncilService service;

    CouncilController(CouncilService service) {
        this.service = service;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CouncilList(List<CouncilEntry> items, @Nullable UUID next) {}

    @Schema(name = "CouncilEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CouncilEntry(
            UUID id,
            String name,
            String alias,
            CouncilStatus status,
            boolean suspended,
            boolean demonstration,
            @Nullable String authority) {

        static CouncilEntry of(Register.Entry entry) {
            return new CouncilEntry(
                    entry.id(),
                    entry.name(),
                    entry.alias(),
                    entry.status(),
                    entry.suspended(),
                    entry.demonstration(),
                    entry.authority());
        }
    }

    record NewLead(
            @Schema(example = "Lena Marsh") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "lena@larkshire.example") @NotBlank @TypedText(TextKind.EMAIL) @Email @Size(max = 254)
            String email) {}

    record NewCouncil(
            @Schema(example = "Larkshire Council") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "larkshire") @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,38}") @TypedText(TextKind.CODE)
            String alias,

            @Schema(example = "Talking point") @Size(max = 60) @Nullable @TypedText(TextKind.LINE)
            String talkingPoint,

            @Schema(example = "01632 960100") @TypedText(TextKind.PHONE) @Pattern(regexp = Contact.PHONE) @Nullable
            String contactPhone,

            @Schema(example = "hello@larkshire.example") @TypedText(TextKind.EMAIL) @Email @Size(max = 254) @Nullable
            String contactEmail,

            @Schema(description = "A council with invented people, to try the product.") @Nullable
            Boolean demonstration,

            @Schema(
                    description = "The code in the register of local authorities; a demonstration council has none.",
                    example = "E06000065")
            @Pattern(regexp = "[EWS][0-9]{8}")
            @Nullable
            @TypedText(TextKind.CODE)
            String authority,

            @Schema(
                    description =
                            "True if the council is live at once. Otherwise its leads set it up and ask to go live.")
            @Nullable
            Boolean live,

            @NotNull @Valid NewLead firstLead) {}

    @Schema(name = "CouncilSettings")
    record Settings(
            @Schema(example = "Larkshire Council") @NotBlank @Size(max = 200) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "Talking point") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
            String talkingPoint,

            @Schema(example = "01632 960100") @TypedText(TextKind.PHONE) @Pattern(regexp = Contact.PHONE) @Nullable
            String contactPhone,

            @Schema(example = "hello@larkshire.example") @TypedText(TextKind.EMAIL) @Email @Size(max = 254) @Nullable
            String contactEmail) {}

    @Schema(name = "CreatedCouncil")
    record CreatedCouncilView(
            CouncilView council,
            MemberView firstLead,

            @Schema(
                    description = "True if the lead gets a one-time password by mail. False for a person who has a"
                            + " password already.")
            boolean oneTimePasswordMailed) {

        static CreatedCouncilView of(CreatedCouncil created) {
            return new CreatedCouncilView(
                    created.council(),
                    created.firstLead().member(),
                    created.firstLead().oneTimePasswordMailed());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "listCouncils",
            summary = "List the councils by name",
            description = "A page has at most 500 councils.")
    CouncilList councils(@RequestParam(required = false) @Nullable UUID after) {
        var page = service.councils(after);
        return new CouncilList(page.items().stream().map(CouncilEntry::of).toList(), page.next());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "createCouncil",
            summary = "Create a council with its first lead",
            description = "The short name identifies the request: the same request again completes a creation that was"
                    + " interrupted, or answers with the council that exists, and sends no second mail.")
    @Answers({
        AliasReserved.class,
        AliasTaken.class,
        NameTaken.class,
        AuthorityTaken.class,
        AuthorityNeeded.class,
        NoSuchAuthority.class,
        AuthorityOfADemonstration.class,
        AuthorityEnded.class,
        LeadEmailNotAccepted.class,
        IdentityUnavailable.class
    })
    Created<CreatedCouncilView> create(@Valid @RequestBody NewCouncil request) {
        var created = service.create(new CouncilRequest(
                request.alias(),
                new Wording(request.name(), request.talkingPoint(), request.contactPhone(), request.contactEmail()),
                Boolean.TRUE.equals(request.demonstration()),
                Boolean.TRUE.equals(request.live()),
                request.authority(),
                new FirstLead(
                        request.firstLead().name(), request.firstLead().email().toLowerCase(Locale.ROOT))));
        return new Created<>(
                "/api/councils/" + created.council().id(),
                CreatedCouncilView.of(created),
                created.council().version());
    }

    @GetMapping("/{councilId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "getCouncil", summary = "Get a council")
    @Answers(NotFound.class)
    Versioned<CouncilView> council(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::council));
    }

    @PutMapping("/{councilId}/settings")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "updateSettings",
            summary = "Change a council's name, word for a talking point and contacts")
    @Answers({NotFound.class, StaleVersion.class, NameTaken.class})
    Versioned<CouncilView> change(
            @PathVariable UUID councilId, @IfMatch long version, @Valid @RequestBody Settings request) {
        var wording =
                new Wording(request.name(), request.talkingPoint(), request.contactPhone(), request.contactEmail());
        return withVersion(CouncilContext.call(councilId, () -> service.edit(version, wording)));
    }

    private static Versioned<CouncilView> withVersion(CouncilView council) {
        return new Versioned<>(council, council.version());
    }
}
