package uk.alongside.tenant.council;

import static org.springframework.http.HttpStatus.CREATED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Versions;
import uk.alongside.tenant.council.CouncilService.CouncilRequest;
import uk.alongside.tenant.council.CouncilService.CreatedCouncil;
import uk.alongside.tenant.council.CouncilService.FirstLead;
import uk.alongside.tenant.identity.EmailRefused;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.membership.MemberView;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
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

    record CouncilList(List<CouncilEntry> councils) {}

    @Schema(name = "CouncilEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CouncilEntry(
            UUID id,
            String name,
            String alias,
            CouncilStatus status,
            boolean demonstration,
            @Nullable String authority) {

        static CouncilEntry of(Register.Entry entry) {
            return new CouncilEntry(
                    entry.id(), entry.name(), entry.alias(), entry.status(), entry.demonstration(), entry.authority());
        }
    }

    record NewLead(
            @Schema(example = "Lena Marsh") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "lena@larkshire.example") @NotBlank @Email @Size(max = 254)
            String email) {}

    record NewCouncil(
            @Schema(example = "Larkshire Council") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "larkshire") @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,38}")
            String alias,

            @Schema(example = "Talking point") @Size(max = 60) @Nullable
            String talkingPoint,

            @Schema(example = "01632 960100") @Pattern(regexp = Contact.PHONE) @Nullable
            String contactPhone,

            @Schema(example = "hello@larkshire.example") @Email @Size(max = 254) @Nullable
            String contactEmail,

            @Schema(description = "A council of made-up people, to try the product with.") @Nullable
            Boolean demonstration,

            @Schema(
                    description = "Its code in the register of local authorities; a made-up council has none.",
                    example = "E06000065")
            @Pattern(regexp = "[EWS][0-9]{8}")
            @Nullable
            String authority,

            @Schema(description = "Live at once. Otherwise its leads set it up and ask to go live.") @Nullable
            Boolean live,

            @NotNull @Valid NewLead firstLead) {}

    record Settings(
            @Schema(example = "Larkshire Council") @NotBlank @Size(max = 200)
            String name,

            @Schema(example = "Talking point") @NotBlank @Size(max = 60)
            String talkingPoint,

            @Schema(example = "01632 960100") @Pattern(regexp = Contact.PHONE) @Nullable
            String contactPhone,

            @Schema(example = "hello@larkshire.example") @Email @Size(max = 254) @Nullable
            String contactEmail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CreatedCouncil")
    record CreatedCouncilView(
            CouncilView council,
            MemberView firstLead,

            @Schema(description = "Shown this once; absent for somebody who has a password already.") @Nullable
            OneTimePassword oneTimePassword) {

        static CreatedCouncilView of(CreatedCouncil created) {
            return new CreatedCouncilView(
                    created.council(),
                    created.firstLead().member(),
                    created.firstLead().oneTimePassword());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "listCouncils", summary = "The councils there are, by name")
    CouncilList councils() {
        return new CouncilList(service.councils().stream().map(CouncilEntry::of).toList());
    }

    @PostMapping
    @ResponseStatus(CREATED)
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(
            operationId = "createCouncil",
            summary = "Make a council with its first lead",
            description = "If this breaks off, the same request completes what was begun.")
    ResponseEntity<CreatedCouncilView> create(@Valid @RequestBody NewCouncil request) {
        var created = service.create(new CouncilRequest(
                request.alias(),
                new Wording(request.name(), request.talkingPoint(), request.contactPhone(), request.contactEmail()),
                Boolean.TRUE.equals(request.demonstration()),
                Boolean.TRUE.equals(request.live()),
                request.authority(),
                new FirstLead(
                        request.firstLead().name(), request.firstLead().email().toLowerCase(Locale.ROOT))));
        return ResponseEntity.created(
                        URI.create("/api/councils/" + created.council().id()))
                .eTag(Versions.etag(created.council().version()))
                .body(CreatedCouncilView.of(created));
    }

    @GetMapping("/{councilId}")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "readCouncil", summary = "One council and how it is set up")
    ResponseEntity<CouncilView> council(@PathVariable UUID councilId) {
        return withVersion(CouncilContext.call(councilId, service::council));
    }

    @PutMapping("/{councilId}/settings")
    @PreAuthorize("hasAuthority('council:operate')")
    @Operation(operationId = "changeSettings", summary = "Change how a council is set up")
    ResponseEntity<CouncilView> change(
            @PathVariable UUID councilId,
            @Parameter(required = true, description = "The ETag of what was read", example = "\"\\\"1\\\"\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody Settings request) {
        var expected = Versions.expected(ifMatch);
        var wording =
                new Wording(request.name(), request.talkingPoint(), request.contactPhone(), request.contactEmail());
        return withVersion(CouncilContext.call(councilId, () -> service.edit(expected, wording)));
    }

    private static ResponseEntity<CouncilView> withVersion(CouncilView council) {
        return ResponseEntity.ok().eTag(Versions.etag(council.version())).body(council);
    }

    @ExceptionHandler
    ProblemDetail refused(EmailRefused e) {
        return Problem.invalid(
                "firstLead/email", "Email", "Enter an e-mail address in the correct format, like name@example.com.");
    }
}
