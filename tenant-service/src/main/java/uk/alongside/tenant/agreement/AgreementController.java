package uk.alongside.tenant.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.agreement.AgreementRefusal.AlreadyAccepted;
import uk.alongside.tenant.agreement.AgreementRefusal.EmailNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NameNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NotTheLatest;
import uk.alongside.tenant.agreement.AgreementService.OtherPerson;
import uk.alongside.tenant.agreement.AgreementService.State;

/** The endpoints for the agreement between the caller's council and the operator of this service. */
@RestController
@RequestMapping("/api/agreement")
@PreAuthorize("hasAuthority('council:set-up')")
@Tag(name = "Agreement")
class AgreementController {

    private final AgreementService service;

    AgreementController(AgreementService service) {
        this.service = service;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementStatus(
            Agreement agreement,

            @Schema(description = "True if the council accepted this version.")
            boolean accepted,

            @Schema(
                    description =
                            "The day by which the council must accept this version, if it accepted an earlier one.")
            @Nullable
            LocalDate acceptAgainBy,

            @Schema(description = "The council's acceptances, the latest first.")
            List<Acceptance> acceptances) {

        static AgreementStatus of(State state) {
            var agreement = state.agreement();
            return new AgreementStatus(
                    agreement,
                    state.isAccepted(),
                    state.isToBeAcceptedAgain() ? agreement.acceptAgainBy() : null,
                    state.acceptances());
        }
    }

    @Schema(name = "NewAgreementAcceptance")
    record NewAcceptance(
            @Schema(example = "0.1", description = "The version that the lead has read.")
            @NotBlank
            @Size(max = 20)
            @TypedText(TextKind.CODE)
            String version,

            @Schema(description = "True if another person has the authority, whose name and email address are given.")
            @NotNull
            Boolean forAnotherPerson,

            @Schema(example = "Priya Shah") @Size(max = 200) @Nullable @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "priya.shah@larkshire.example")
            @TypedText(TextKind.EMAIL)
            @Email
            @Size(max = 254)
            @Nullable
            String email,

            @Schema(
                    example = "Director of adult social care",
                    description = "The role of the person who has the authority.")
            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.LINE)
            String role,

            @Schema(description = "True if that person has the authority to accept the agreement for the council.")
            @NotNull
            @AssertTrue
            Boolean authority) {}

    @GetMapping
    @Operation(operationId = "getAgreement", summary = "Get the agreement and your council's acceptances")
    AgreementStatus agreement() {
        return AgreementStatus.of(service.state());
    }

    @PostMapping("/acceptances")
    @Operation(
            operationId = "acceptAgreement",
            summary = "Accept the agreement for your council",
            description = "A council accepts each version once. The service keeps the accepted text.")
    @Answers({NotTheLatest.class, AlreadyAccepted.class, NameNeeded.class, EmailNeeded.class})
    AgreementStatus accept(@Valid @RequestBody NewAcceptance request) {
        return AgreementStatus.of(service.accept(
                Caller.current().member(),
                request.version(),
                request.forAnotherPerson() ? new OtherPerson(request.name(), request.email()) : null,
                request.role()));
    }

    @GetMapping(path = "/{version}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "getAgreementText",
            summary = "Get a version as a text file",
            description =
                    "The text that your council accepted, with the person who accepted it; the version in force is available before that.")
    @Answers(NotFound.class)
    ResponseEntity<byte[]> text(@TypedText(TextKind.CODE) @PathVariable String version) {
        return file(service.text(version));
    }

    /** Answers with a text that the browser saves. */
    static ResponseEntity<byte[]> file(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("data-sharing-agreement.txt")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
