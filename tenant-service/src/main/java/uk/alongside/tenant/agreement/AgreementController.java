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
import uk.alongside.tenant.agreement.AgreementService.SomebodyElse;
import uk.alongside.tenant.agreement.AgreementService.Standing;

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

    @Schema(name = "AgreementStanding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            Agreement agreement,

            @Schema(description = "Whether the council accepted this version.")
            boolean accepted,

            @Schema(description = "Until when, if the council accepted an earlier version and not this one.") @Nullable
            LocalDate acceptAgainBy,

            @Schema(description = "What the council accepted, the latest first.")
            List<Acceptance> acceptances) {

        static View of(Standing standing) {
            var agreement = standing.agreement();
            return new View(
                    agreement,
                    standing.isAccepted(),
                    standing.isToBeAcceptedAgain() ? agreement.acceptAgainBy() : null,
                    standing.acceptances());
        }
    }

    @Schema(name = "NewAgreementAcceptance")
    record NewAcceptance(
            @Schema(example = "0.1", description = "The version that was read.") @NotBlank @Size(max = 20)
            String version,

            @Schema(description = "Whether it is accepted for somebody else, whose name and email address are given.")
            @NotNull
            Boolean forSomebodyElse,

            @Schema(example = "Priya Shah") @Size(max = 200) @Nullable
            String name,

            @Schema(example = "priya.shah@larkshire.example") @Email @Size(max = 254) @Nullable
            String email,

            @Schema(example = "Director of adult social care", description = "Of whoever has the authority.")
            @NotBlank
            @Size(max = 200)
            String role,

            @Schema(description = "That they have the authority to accept it for the council.") @NotNull @AssertTrue
            Boolean authority) {}

    @GetMapping
    @Operation(operationId = "readAgreement", summary = "The agreement, and what your council accepted")
    View agreement() {
        return View.of(service.standing());
    }

    @PostMapping("/acceptances")
    @Operation(
            operationId = "acceptAgreement",
            summary = "Accept the agreement for your council",
            description = "Once in each version. The text is kept as it was accepted.")
    View accept(@Valid @RequestBody NewAcceptance request) {
        return View.of(service.accept(
                Caller.current().member(),
                request.version(),
                request.forSomebodyElse() ? new SomebodyElse(request.name(), request.email()) : null,
                request.role()));
    }

    @GetMapping(path = "/{version}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "readAgreementText",
            summary = "A version as text to keep",
            description = "As your council accepted it and with who did; of the version in force also before that.")
    ResponseEntity<byte[]> text(@PathVariable String version) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("data-sharing-agreement.txt")
                                .build()
                                .toString())
                .body(service.text(version).getBytes(StandardCharsets.UTF_8));
    }
}
